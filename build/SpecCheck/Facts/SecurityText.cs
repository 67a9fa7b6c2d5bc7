using SpecCheck.Reading;

namespace SpecCheck.Facts;

/// <summary>What credentials an operation takes, in words that do not depend on what the document calls them.</summary>
internal static class SecurityText
{
    /// <summary>Stands behind the name of a scheme that the document uses and does not define.</summary>
    public const string Undefined = " (undefined)";

    private const string And = " and ";
    private const string Or = ", ";
    private const string None = "none";

    public static string Of(SpecFile file, MapNode operation)
    {
        IEnumerable<string> ways =
            from way in (operation.List("security") ?? file.Root.List("security"))?.Items ?? []
            let schemes = way.AsMap().Members.Keys.Select(name => Scheme(file, name)).Distinct().Order(StringComparer.Ordinal)
            select schemes.DefaultIfEmpty(None) into words
            select string.Join(And, words);
        return string.Join(Or, ways.DefaultIfEmpty(None).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The alternatives, each with all that it asks for; one that asks for nothing is empty.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Ways(string? text) =>
        [.. (text ?? None).Split(Or).Select(way => way.Split(And).Where(scheme => scheme != None).ToHashSet(StringComparer.Ordinal))];

    private static string Scheme(SpecFile file, string name)
    {
        if (file.Root.Map("components")?.Map("securitySchemes")?[name] is not { } scheme)
        {
            return name + Undefined;
        }

        MapNode found = file.Follow(scheme).AsMap();
        return found.Text("type") switch
        {
            "http" => $"{found.Text("scheme")?.ToLowerInvariant()}",
            "apiKey" => $"{found.Text("in")} {found.Text("name")}",
            var type => $"{type}",
        };
    }
}
