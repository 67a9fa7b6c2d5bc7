using System.Reflection;
using ClientMgmt.Authlete;
using ClientMgmt.DocSpace;
using ClientMgmt.Serialization;

namespace ClientMgmt.Tests.Specs;

/// <summary>Every answer is kept as it came, also that of an operation which is new in a specification.</summary>
public sealed class AnswerTypeTests
{
    private static IEnumerable<TestCaseData> Operations =>
        from client in new[] { typeof(AuthleteV2Client), typeof(AuthleteV3Client), typeof(DocSpaceClient) }
        from method in client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
        select new TestCaseData(method.ReturnType.GenericTypeArguments[0]).SetArgDisplayNames(client.Name, method.Name);

    [TestCaseSource(nameof(Operations))]
    public void A_generated_type_that_is_an_answer_says_so(Type answer) =>
        Assert.That(answer.GetInterfaces(), Does.Contain(typeof(IAnswer)), $"give 'partial class {answer.Name}' a base in the bodies of its backend");
}
