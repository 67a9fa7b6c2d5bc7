using System.Text.Json;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Cli.Options;

/// <summary>A property that was named.</summary>
/// <param name="Property">The standard name, or the vendor's.</param>
/// <param name="Value">What it is to be; null if it is to be cleared.</param>
/// <param name="Source">Where it was named: the flag, or the file.</param>
internal sealed record PropertyChange(string Property, JsonElement? Value, string Source)
{
    /// <exception cref="UsageException">The value is of the wrong type.</exception>
    public ClientMetadata ApplyTo(ClientMetadata metadata)
    {
        try
        {
            return Value is { } value ? metadata.WithValue(Property, value) : metadata.WithoutValue(Property);
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"{Source}: {e.Message.Split(" (Parameter", 2)[0]}", e);
        }
    }
}
