using System.Buffers.Binary;

namespace ClientMgmt.Mapping;

/// <summary>Compares names in UTF-8.</summary>
internal sealed class Utf8Names : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static Utf8Names Comparer { get; } = new();

    public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

    public bool Equals(ReadOnlySpan<byte> left, byte[] right) => left.SequenceEqual(right);

    public int GetHashCode(byte[] name) => GetHashCode(name.AsSpan());

    // Made of the ends of a name, where those of one vendor differ. They are those of a table: nobody can choose them so that many
    // share a hash.
    public int GetHashCode(ReadOnlySpan<byte> name)
    {
        if (name.Length >= sizeof(ulong))
        {
            ulong ends = BinaryPrimitives.ReadUInt64LittleEndian(name) + (31 * BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]));
            return (int)ends ^ (int)(ends >> 32) ^ name.Length;
        }

        int hash = name.Length;
        foreach (byte letter in name)
        {
            hash = (hash * 31) + letter;
        }

        return hash;
    }

    public byte[] Create(ReadOnlySpan<byte> name) => name.ToArray();
}
