namespace ClientMgmt.Manifests;

/// <summary>Leaves an update before anything is written.</summary>
internal sealed class DriftException(string message) : Exception(message);
