using ClientMgmt.Authlete;
using ClientMgmt.Mapping;

namespace ClientMgmt.Tests.Mapping;

public sealed class VocabularyTests
{
    private static IEnumerable<TestCaseData> Words =>
    [
        new(AuthleteVocabulary.GrantTypes, "AUTHORIZATION_CODE", "authorization_code"),
        new(AuthleteVocabulary.GrantTypes, "CIBA", "urn:openid:params:grant-type:ciba"),
        new(AuthleteVocabulary.GrantTypes, "PRE_AUTHORIZED_CODE", "urn:ietf:params:oauth:grant-type:pre-authorized_code"),
        new(AuthleteVocabulary.ResponseTypes, "CODE_ID_TOKEN_TOKEN", "code id_token token"),
        new(AuthleteVocabulary.ResponseModes, "QUERY_JWT", "query.jwt"),
        new(AuthleteVocabulary.LowerCase, "SELF_SIGNED_TLS_CLIENT_AUTH", "self_signed_tls_client_auth"),
        new(AuthleteVocabulary.LowerCase, "SPIFFE_JWT", "spiffe_jwt"),
        new(AuthleteVocabulary.SigningAlgorithms, "NONE", "none"),
        new(AuthleteVocabulary.SigningAlgorithms, "EdDSA", "EdDSA"),
        new(AuthleteVocabulary.KeyManagementAlgorithms, "RSA1_5", "RSA1_5"),
        new(AuthleteVocabulary.KeyManagementAlgorithms, "ECDH_ES_A128KW", "ECDH-ES+A128KW"),
        new(AuthleteVocabulary.KeyManagementAlgorithms, "A128GCMKW", "A128GCMKW"),
        new(AuthleteVocabulary.ContentEncryptionAlgorithms, "A256CBC_HS512", "A256CBC-HS512"),
        new(AuthleteVocabulary.GrantTypes, "SOMETHING_NEW", "SOMETHING_NEW"),
        new(AuthleteVocabulary.LowerCase, "MixedCase", "MixedCase"),
    ];

    [TestCaseSource(nameof(Words))]
    public void A_word_is_translated_to_the_standard(object vocabulary, string vendor, string standard) =>
        Assert.That(((Vocabulary)vocabulary).Standard(vendor), Is.EqualTo(standard));

    [TestCaseSource(nameof(Words))]
    public void A_word_is_translated_back(object vocabulary, string vendor, string standard) =>
        Assert.That(((Vocabulary)vocabulary).Vendor(standard), Is.EqualTo(vendor));

    [Test]
    public void A_word_that_the_rule_would_turn_into_a_word_of_another_meaning_stays()
    {
        var vocabulary = new Vocabulary(w => w.ToLowerInvariant(), w => w.ToUpperInvariant(), ("CIBA", GrantTypes.Ciba));

        Assert.That(vocabulary.Vendor("ciba"), Is.EqualTo("ciba"));
    }
}
