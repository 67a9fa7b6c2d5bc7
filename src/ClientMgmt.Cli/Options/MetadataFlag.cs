using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;

namespace ClientMgmt.Cli.Options;

/// <summary>The flag of one standard property: <c>--client-name</c> for <c>client_name</c>, <c>--redirect-uri</c> for <c>redirect_uris</c>.</summary>
/// <param name="Property">The standard name.</param>
/// <param name="Option">The flag.</param>
/// <param name="Read">Its value on a command line that has it.</param>
internal sealed record MetadataFlag(string Property, Option Option, Func<ParseResult, JsonElement> Read)
{
    /// <summary>The flag of a property; null for what one flag cannot say, such as translations.</summary>
    public static MetadataFlag? Of(string property, string? description)
    {
        Type type = ClientMetadata.GetValueType(property);
        string name = "--" + property.Replace('_', '-');
        return type switch
        {
            _ when type == typeof(string) => Of(property, new TextFlag(name) { HelpName = "TEXT" }, description),
            _ when type == typeof(int) => Of(property, new Option<int>(name) { HelpName = "NUMBER", CustomParser = ReadNumber }, description),
            _ when type == typeof(bool) => Of(property, new Option<bool>(name) { HelpName = "true|false" }, description),
            _ when type == typeof(JsonElement) =>
                Of(property, new Option<JsonElement>(name) { HelpName = "JSON", CustomParser = ReadJson }, description),
            _ when type == typeof(IReadOnlyList<string>) => Of(
                property, new Option<string[]>(name.TrimEnd('s')) { HelpName = "TEXT", Arity = ArgumentArity.OneOrMore }, description),
            _ => null,
        };
    }

    private static MetadataFlag Of<T>(string property, Option<T> option, string? description)
    {
        option.Description = description;
        option.Hidden = description is null;
        return new MetadataFlag(property, option, parsed => JsonSerializer.SerializeToElement(parsed.GetValue(option)));
    }

    private static int ReadNumber(ArgumentResult result)
    {
        if (!int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            result.AddError($"{Name(result)} must be a whole number.");
        }

        return number;
    }

    private static JsonElement ReadJson(ArgumentResult result)
    {
        if (JsonValues.TryRead(result.Tokens[0].Value, out JsonElement value))
        {
            return value;
        }

        result.AddError($"{Name(result)} must be JSON.");
        return default;
    }

    private static string Name(ArgumentResult result) => ((OptionResult)result.Parent!).Option.Name;
}
