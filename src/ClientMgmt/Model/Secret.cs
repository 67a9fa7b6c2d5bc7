using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>
/// A value that must not be seen: a client secret or a credential. It prints as <c>[redacted]</c> wherever it goes
/// (text, debugger, records, both JSON serializers, structured logging) and is read only by <see cref="Reveal"/>.
/// </summary>
[DebuggerDisplay(Redacted)]
[System.ComponentModel.TypeConverter(typeof(SecretTypeConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(SecretJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(SecretNewtonsoftConverter))]
public sealed class Secret : IEquatable<Secret>
{
    internal const string Redacted = "[redacted]";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value to keep from view.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or empty.</exception>
    public Secret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>Returns the value itself. A method and not a property, so that no serializer or logger finds it.</summary>
    public string Reveal() => _value;

    /// <summary>Compares the values in a time that does not depend on where they differ.</summary>
    /// <param name="other">The secret to compare with.</param>
    public bool Equals(Secret? other) => other is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_value), Encoding.UTF8.GetBytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => Redacted;
}
