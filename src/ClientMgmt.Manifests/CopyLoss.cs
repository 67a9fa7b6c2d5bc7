using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What the target of a copy cannot hold.</summary>
/// <param name="Name">
/// The standard name of the property or, a vendor's, its JSON name; of a member of an object, both, as in
/// <c>extension.idTokenDuration</c>.
/// </param>
/// <param name="Value">What the source has, with private keys hidden.</param>
/// <param name="Reason">Why the target cannot hold it.</param>
public sealed record CopyLoss(string Name, JsonElement Value, string Reason);
