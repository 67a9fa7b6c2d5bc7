namespace ClientMgmt.Sandbox;

/// <summary>How Authlete answers show properties that have no value.</summary>
public enum AuthleteUnset
{
    /// <summary>Texts, arrays and objects without a value are left out; false and 0 are written.</summary>
    Omitted,

    /// <summary>Texts, arrays and objects without a value are written as null.</summary>
    Null,

    /// <summary>Everything without a value is left out, false and 0 as well.</summary>
    Sparse,
}
