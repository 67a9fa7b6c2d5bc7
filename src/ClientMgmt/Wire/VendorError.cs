namespace ClientMgmt.Wire;

/// <summary>What a vendor's error body says, as far as it can be read. Field names are the vendor's.</summary>
internal sealed record VendorError(string? Code = null, string? Message = null, IReadOnlyList<FieldError>? Fields = null);
