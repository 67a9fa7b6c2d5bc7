namespace ClientMgmt.Sandbox.Http;

/// <summary>Name and value pairs of a query or a form body, decoded, in the order sent.</summary>
internal sealed class Values
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    public string? this[string name] => _pairs.Where(p => p.Key == name).Select(p => p.Value).FirstOrDefault();

    public static Values Parse(string text)
    {
        var values = new Values();
        foreach (string part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? part : part[..equals];
            string value = equals < 0 ? "" : part[(equals + 1)..];
            values._pairs.Add(new(Decode(name), Decode(value)));
        }

        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
