using System.CommandLine;

namespace ClientMgmt.Cli.Options;

/// <summary>An option whose value may be empty: a text property can be.</summary>
internal sealed class TextFlag(string name) : Option<string>(name);
