using System.Collections.ObjectModel;

namespace ClientMgmt.Values;

/// <summary>A copy of a list that is equal to another of the same items in the same order, so that records that hold it are.</summary>
internal sealed class ValueList<T>(IEnumerable<T> items)
    : ReadOnlyCollection<T>([.. items ?? throw new ArgumentNullException(nameof(items))]), IEquatable<ValueList<T>>
{
    public static ValueList<T> None { get; } = new([]);

    public bool Equals(ValueList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, this[0]);
}
