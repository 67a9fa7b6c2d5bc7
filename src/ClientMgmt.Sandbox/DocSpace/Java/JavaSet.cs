namespace ClientMgmt.Sandbox.DocSpace.Java;

/// <summary>The order in which a hash set of the server's language shows texts: by the bucket of their hash.</summary>
internal static class JavaSet
{
    private const int SmallestTable = 16;

    public static IEnumerable<string> Order(IEnumerable<string?> texts)
    {
        string[] entries = [.. texts.OfType<string>().Distinct()];
        int table = SmallestTable;

        // The table doubles when it is more than three quarters full.
        while (entries.Length > table / 4 * 3)
            table *= 2;
        return entries.OrderBy(entry => Spread(Hash(entry)) & (uint)(table - 1));
    }

    private static uint Hash(string text) => text.Aggregate(0u, (hash, c) => unchecked((hash * 31) + c));

    private static uint Spread(uint hash) => hash ^ (hash >> 16);
}
