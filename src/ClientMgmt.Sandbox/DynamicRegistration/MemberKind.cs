namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The JSON form of a member.</summary>
internal enum MemberKind
{
    Text,
    WebUri,
    TextList,
    Flag,
    Number,
    Object,
}
