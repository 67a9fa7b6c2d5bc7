namespace ClientMgmt.Mapping;

/// <summary>
/// A vendor's words for values that the standards name otherwise. A word that is not in the table follows the rule if
/// it survives there and back, and else stays as it is: an unknown value is data.
/// </summary>
internal sealed class Vocabulary(
    Func<string, string> toStandard, Func<string, string> toVendor, params (string Vendor, string Standard)[] words)
{
    private readonly Dictionary<string, string> _standard = words.ToDictionary(w => w.Vendor, w => w.Standard);
    private readonly Dictionary<string, string> _vendor = words.ToDictionary(w => w.Standard, w => w.Vendor);

    public Vocabulary(params (string Vendor, string Standard)[] words) : this(Same, Same, words)
    {
    }

    /// <summary>The vendor's words in the table.</summary>
    public IReadOnlyCollection<string> VendorWords => _standard.Keys;

    /// <summary>What the standards call them.</summary>
    public IReadOnlyList<string> StandardWords => [.. _vendor.Keys];

    public string Standard(string word) => Translate(word, _standard, _vendor, toStandard, toVendor);

    public string Vendor(string word) => Translate(word, _vendor, _standard, toVendor, toStandard);

    private static string Translate(
        string word,
        Dictionary<string, string> there,
        Dictionary<string, string> back,
        Func<string, string> rule,
        Func<string, string> inverse)
    {
        if (there.TryGetValue(word, out string? known))
        {
            return known;
        }

        string ruled = rule(word);
        return inverse(ruled) == word && !back.ContainsKey(ruled) ? ruled : word;
    }

    private static string Same(string word) => word;
}
