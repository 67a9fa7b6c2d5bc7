using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What the target of a copy, or a manifest, cannot hold.</summary>
/// <param name="Name">
/// The standard name of the property or, a vendor's, its JSON name; <c>enabled</c> of a client that is out of use; of a member of an object, both, as in
/// <c>extension.idTokenDuration</c>. A vendor's property whose name means something else in a manifest is told as in
/// <c>extensions.logo_uri</c>.
/// </param>
/// <param name="Value">What the source has, with secrets and private keys hidden.</param>
/// <param name="Reason">Why it cannot be held.</param>
public sealed record PropertyLoss(string Name, JsonElement Value, string Reason);
