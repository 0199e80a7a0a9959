using Xunit.Sdk;

namespace Bedrock.Toolkit.Tests.Conformance;

public sealed class EqualJsonTests
{
    [Theory]
    [InlineData("""{"a":1,"b":null}""", """{"a":1.0}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("""[{"a":null}]""", """[{}]""")]
    [InlineData("""{"input":{"x":null}}""", """{"input":{"x":null}}""")]
    public void Check_Equal_Passes(string left, string right) => EqualJson.Check(left, right, "input");

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"a":1,"b":false}""")]
    [InlineData("""[1,2]""", """[2,1]""")]
    [InlineData("""{"input":{"x":null}}""", """{"input":{}}""")]
    public void Check_Different_Throws(string left, string right) => Assert.Throws<TrueException>(() => EqualJson.Check(left, right, "input"));
}
