namespace ClientMgmt.Sandbox.Authlete;

/// <summary>The JSON form of a property, and with it the value that stands for "not set".</summary>
internal enum PropertyKind
{
    Text,
    Flag,
    Integer,
    LongInteger,
    TextList,
    TaggedList,
    PairList,
    Extension,
}
