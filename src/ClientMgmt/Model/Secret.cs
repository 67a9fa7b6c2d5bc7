using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>
/// A value that must not be seen: a client secret or a credential. It prints as <c>[redacted]</c> wherever it goes
/// (text, debugger, records, both JSON serializers, structured logging) and is read only by <see cref="Reveal"/>. Both
/// serializers read it from any text but <c>[redacted]</c>, and write its value only where
/// <see cref="RevealingSecretJsonConverter"/> or <see cref="RevealingSecretNewtonsoftConverter"/> is added to them.
/// </summary>
[DebuggerDisplay(Redacted)]
[System.ComponentModel.TypeConverter(typeof(SecretTypeConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(SecretJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(SecretNewtonsoftConverter))]
public sealed class Secret : IEquatable<Secret>
{
    internal const string Redacted = "[redacted]";
    internal const string NoSecret = "A secret must be a text that is neither empty nor " + Redacted + ".";

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
        && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(_value.AsSpan()), MemoryMarshal.AsBytes(other._value.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Compares the values as <see cref="Equals(Secret)"/> does.</summary>
    /// <param name="left">A secret.</param>
    /// <param name="right">The secret to compare with.</param>
    public static bool operator ==(Secret? left, Secret? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares the values as <see cref="Equals(Secret)"/> does.</summary>
    /// <param name="left">A secret.</param>
    /// <param name="right">The secret to compare with.</param>
    public static bool operator !=(Secret? left, Secret? right) => !(left == right);

    internal static Secret? TryRead(string? text) => string.IsNullOrEmpty(text) || text == Redacted ? null : new Secret(text);

    /// <summary>Returns <c>[redacted]</c>.</summary>
    public override string ToString() => Redacted;
}
