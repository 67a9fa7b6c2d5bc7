using System.Text.Json;
using ClientMgmt.Values;

namespace ClientMgmt.Mapping;

/// <summary>Translates one value between a vendor's JSON and the neutral model, both ways.</summary>
internal abstract class Codec : ValueReader
{
    /// <summary>Whether the neutral property says all that the JSON property holds; else both are shown.</summary>
    public virtual bool IsComplete => true;

    /// <summary>What the JSON property says beyond the neutral one, where that is not all; null if there is nothing.</summary>
    public virtual JsonElement? Rest(JsonElement json) => null;

    /// <summary>
    /// Reads a value that is there and not null. False where the neutral model cannot express it: it then stays visible
    /// as a vendor property, and an update leaves it as it is.
    /// </summary>
    public abstract bool TryRead(JsonElement json, out object? value);

    /// <summary>Whether it is clear at a glance that <see cref="TryRead"/> makes a value of this, so that it can wait.</summary>
    public virtual bool IsPlain(JsonElement json) => false;

    public sealed override object? Read(JsonElement json) => TryRead(json, out object? value) ? value : null;

    /// <summary>Writes a value as JSON text.</summary>
    /// <param name="value">The neutral value.</param>
    /// <param name="current">The JSON text that stands in its place now, or null if nothing does.</param>
    public abstract string Write(object value, string? current);

    /// <summary>The JSON text in place of a value that is cleared; null leaves the property out.</summary>
    public virtual string? Clear(string? current) => null;

    /// <summary>Why the vendor cannot store a value, or null if it can.</summary>
    public virtual string? Reject(object value) => null;
}
