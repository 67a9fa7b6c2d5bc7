using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Mapping;

/// <summary>A table by names in UTF-8, so that those of an answer need not become strings to be looked up.</summary>
internal sealed class NameTable<T>
    where T : class
{
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _entries;

    /// <param name="entries">What stands in the table.</param>
    /// <param name="name">The name of each.</param>
    public NameTable(IEnumerable<T> entries, Func<T, string> name) => _entries = entries
        .ToDictionary(entry => Encoding.UTF8.GetBytes(name(entry)), Utf8Names.Comparer)
        .GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>What stands under the name of a member; null if there is no such name.</summary>
    public T? Find(JsonProperty member)
    {
        ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
        return _entries.TryGetValue(name, out T? entry) ? entry
            : name.Contains((byte)'\\') && _entries.TryGetValue(Encoding.UTF8.GetBytes(WireJson.NameOf(member)), out entry) ? entry
            : null;
    }
}
