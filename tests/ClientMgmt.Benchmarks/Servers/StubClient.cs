using System.Buffers;
using System.Globalization;
using System.Text;
using ClientMgmt.Benchmarks.Contestants;

namespace ClientMgmt.Benchmarks.Servers;

/// <summary>A full client, with a gap for the id.</summary>
internal sealed class StubClient
{
    private readonly CompositeFormat _id;
    private readonly byte[] _head;
    private readonly byte[] _tail;

    public StubClient(Vendor vendor, string id)
    {
        _id = CompositeFormat.Parse(id);
        string body = vendor.Body().ToJsonString();
        int gap = body.IndexOf(vendor.ClientId, StringComparison.Ordinal);
        _head = Encoding.UTF8.GetBytes(body[..gap]);
        _tail = Encoding.UTF8.GetBytes(body[(gap + vendor.ClientId.Length)..]);
        Length = _head.Length + Id(0).Length + _tail.Length;
    }

    public int Length { get; }

    public string Id(int index) => string.Format(CultureInfo.InvariantCulture, _id, index);

    public void Write(IBufferWriter<byte> writer, int index)
    {
        writer.Write(_head);
        writer.Write(Encoding.UTF8.GetBytes(Id(index)));
        writer.Write(_tail);
    }
}
