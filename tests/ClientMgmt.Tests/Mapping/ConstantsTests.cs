using System.Reflection;
using ClientMgmt.Authlete;
using ClientMgmt.Mapping;
using ClientMgmt.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Mapping;

/// <summary>The constants to pick from are the values that the specification knows, in the words of the standards.</summary>
public sealed class ConstantsTests
{
    private static IEnumerable<TestCaseData> Constants =>
    [
        new(typeof(GrantTypes), AuthleteVocabulary.GrantTypes, "grantTypes"),
        new(typeof(ClientAuthenticationMethods), AuthleteVocabulary.LowerCase, "tokenAuthMethod"),
        new(typeof(SigningAlgorithms), AuthleteVocabulary.SigningAlgorithms, "idTokenSignAlg"),
        new(typeof(KeyManagementAlgorithms), AuthleteVocabulary.KeyManagementAlgorithms, "idTokenEncryptionAlg"),
        new(typeof(ContentEncryptionAlgorithms), AuthleteVocabulary.ContentEncryptionAlgorithms, "idTokenEncryptionEnc"),
    ];

    [TestCaseSource(nameof(Constants))]
    public void They_are_what_the_specification_knows(Type constants, object vocabulary, string property)
    {
        YamlNode node = SpecDocument.AuthleteV3.Properties("Client")[property];
        YamlNode values = SpecDocument.Text(node, "type") == "array" ? node["items"]["x-extensible-enum"] : node["x-extensible-enum"];

        Assert.That(
            constants.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!),
            Is.EquivalentTo(((YamlSequenceNode)values).Select(v => ((Vocabulary)vocabulary).Standard(v.ToString()))));
    }

    private static IEnumerable<TestCaseData> Lists =>
        from name in new[] { "grantTypes", "responseTypes", "responseModes", "fapiModes" }
        select new TestCaseData(name);

    // A word that is not among them is what a server that does not know it stumbles over.
    [TestCaseSource(nameof(Lists))]
    public void The_known_words_of_a_list_are_those_of_the_specification(string property) => Assert.That(
        AuthleteProperties.MapOfV3.Rows.Single(r => r.JsonName == property).KnownWords,
        Is.EquivalentTo(((YamlSequenceNode)SpecDocument.AuthleteV3.Properties("Client")[property]["items"]["x-extensible-enum"])
            .Select(v => v.ToString())));
}
