using Newtonsoft.Json.Linq;

namespace ClientMgmt.Mapping;

/// <summary>Translates one value between a vendor's JSON and the neutral model, both ways.</summary>
internal abstract class Codec
{
    /// <summary>Whether the neutral property says all that the JSON property holds; else both are shown.</summary>
    public virtual bool IsComplete => true;

    /// <summary>What the JSON property says beyond the neutral one, where that is not all; null if there is nothing.</summary>
    public virtual JToken? Rest(JToken token) => null;

    /// <summary>
    /// Reads a value that is there and not null. False where the neutral model cannot express it: it then stays visible
    /// as a vendor property, and an update leaves it as it is.
    /// </summary>
    public abstract bool TryRead(JToken token, out object? value);

    /// <summary>Writes a value; <paramref name="current"/> is what stands in its place now.</summary>
    public abstract JToken Write(object value, JToken? current);

    /// <summary>What stands in place of a value that is cleared; null leaves the property out.</summary>
    public virtual JToken? Clear(JToken? current) => null;

    /// <summary>Why the vendor cannot store a value, or null if it can.</summary>
    public virtual string? Reject(object value) => null;
}
