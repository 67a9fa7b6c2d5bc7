using System.Text.RegularExpressions;

namespace ClientMgmt.Manifests;

/// <summary>What an unquoted text means: the core schema of YAML 1.2 (section 10.3.2), so that <c>no</c> is a text.</summary>
internal static partial class PlainScalar
{
    public enum Meaning
    {
        Text,
        Null,
        True,
        False,

        /// <summary>A number that JSON writes the same way.</summary>
        Number,

        /// <summary>A number of YAML that JSON has no such form of: 0x1F, 007, +1, .5, .inf.</summary>
        OddNumber,
    }

    public static Meaning Of(ScalarNode scalar) => !scalar.IsPlain ? Meaning.Text : scalar.Value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => Meaning.Null,
        "true" or "True" or "TRUE" => Meaning.True,
        "false" or "False" or "FALSE" => Meaning.False,
        var text when JsonNumber().IsMatch(text) => Meaning.Number,
        var text when YamlNumber().IsMatch(text) => Meaning.OddNumber,
        _ => Meaning.Text,
    };

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z")]
    private static partial Regex JsonNumber();

    [GeneratedRegex(@"\A([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex YamlNumber();
}
