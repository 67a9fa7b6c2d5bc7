namespace ClientMgmt.Sandbox;

// How requests are read.
public sealed partial record DynamicRegistrationBehavior
{
    /// <summary>The largest body in bytes. Null, the default, for no limit.</summary>
    public int? MaxBodySize { get; init; }

    /// <summary>Whether a body is read whatever its Content-Type says.</summary>
    public bool ContentTypeIgnored { get; init; }

    /// <summary>What is made of a body without a Content-Type. It is read by default.</summary>
    public RegistrationUntypedBody UntypedBody { get; init; }

    /// <summary>What null stands for in POST. As if not sent by default.</summary>
    public RegistrationEmptyValue NullInCreate { get; init; }

    /// <summary>What null stands for in PUT. As if not sent by default.</summary>
    public RegistrationEmptyValue NullInUpdate { get; init; }

    /// <summary>What an empty text stands for in POST. As if not sent by default.</summary>
    public RegistrationEmptyValue EmptyTextInCreate { get; init; }

    /// <summary>What an empty text stands for in PUT. As if not sent by default.</summary>
    public RegistrationEmptyValue EmptyTextInUpdate { get; init; }

    /// <summary>What an empty list stands for. It is stored by default.</summary>
    public RegistrationEmptyValue EmptyList { get; init; } = RegistrationEmptyValue.Stored;

    /// <summary>The lists that get the server's default when they are empty. None by default.</summary>
    public IReadOnlyList<string> EmptyListRefilled { get; init; } = [];

    /// <summary>The members that nothing removes, once they are set. None by default.</summary>
    public IReadOnlyList<string> CannotBeRemoved { get; init; } = [];

    /// <summary>What PUT does with what it does not mention. It replaces by default.</summary>
    public RegistrationOmitted OmittedInUpdate { get; init; }

    /// <summary>The members for which PUT does the contrary. None by default.</summary>
    public IReadOnlyList<string> OmittedOtherwise { get; init; } = [];

    /// <summary>Whether the members that RFC 7592 forbids in PUT are refused: token, URI and the two times. True by default.</summary>
    public bool ForbiddenMembersRefused { get; init; } = true;

    /// <summary>Whether those members, where they are not refused, are shown in the answer to PUT as they came.</summary>
    public bool ForbiddenMembersEchoed { get; init; }

    /// <summary>What is done with the client id in PUT: Required (the default) or Ignored.</summary>
    public RegistrationSent ClientIdInUpdate { get; init; } = RegistrationSent.Required;

    /// <summary>What is done with a secret in PUT: Checked by default.</summary>
    public RegistrationSent SecretInUpdate { get; init; } = RegistrationSent.Checked;

    /// <summary>What is done with a client id in POST: Ignored (the default), Refused or Honoured.</summary>
    public RegistrationSent ClientIdInCreate { get; init; }

    /// <summary>What is done with a secret in POST: Ignored (the default), Refused or Honoured.</summary>
    public RegistrationSent SecretInCreate { get; init; }
}
