namespace ClientMgmt.Serialization;

/// <summary>What nswag.json names as the type of answers that are arrays; here it is a list like any other.</summary>
internal sealed class JsonList<T> : List<T>;
