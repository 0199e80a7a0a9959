using System.Text;
using Bedrock.Toolkit.Errors;

namespace Bedrock.Toolkit.Tests.Errors;

public class ServiceErrorTests
{
    [Theory]
    [InlineData("FooError", "FooError")]
    [InlineData("FooError:http://internal.amazon.com/coral/com.amazon.bedrock/", "FooError")]
    [InlineData("com.amazon#FooError", "FooError")]
    [InlineData("com.amazon#FooError:http://a#b/", "FooError")]
    [InlineData(" FooError ", "FooError")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(":http://a/", null)]
    [InlineData("a#", null)]
    [InlineData(null, null)]
    public void CleanCode_EveryForm_IsTheBareName(string? raw, string? name) => Assert.Equal(name, ServiceError.CleanCode(raw));

    [Theory]
    [InlineData("FromHeader", """{"__type":"FromType","code":"FromCode"}""", "FromHeader")]
    [InlineData(null, """{"__type":"FromType","code":"FromCode"}""", "FromType")]
    [InlineData(null, """{"code":"ns#FromCode:http://x/"}""", "FromCode")]
    [InlineData("", """{"code":"FromCode"}""", "FromCode")]
    [InlineData(null, """{"__type":5,"code":"FromCode"}""", "FromCode")]
    [InlineData(null, """{"details":[{"__type":"Nested"}],"inner":{"__type":"Nested"}}""", null)]
    [InlineData(null, """{"Code":"WrongCase"}""", null)]
    public void Parse_Name_IsTakenFromHeaderThenTypeThenCode(string? header, string body, string? code) =>
        Assert.Equal(code, Parse(header, body).Code);

    [Theory]
    [InlineData("""{"message":"lower","Message":"upper"}""", "lower")]
    [InlineData("""{"Message":"upper"}""", "upper")]
    [InlineData("""{"message":null,"Message":"upper"}""", "upper")]
    [InlineData("""{"message":{"text":"no string"}}""", null)]
    [InlineData("""{}""", null)]
    public void Parse_Message_IsTakenInEitherCase(string body, string? message) => Assert.Equal(message, Parse(null, body).Message);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""["message"]""")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("\"message\"")]
    [InlineData("""{"message":"cut in the""")]
    [InlineData("{")]
    [InlineData("<html><body>Bad Gateway</body></html>")]
    [InlineData("\0\u0001")]
    public void Parse_NoJsonObject_KeepsStatusAndHeaderOnly(string body)
    {
        ServiceError error = Parse("FooError", body);

        Assert.Equal(502, error.StatusCode);
        Assert.Equal("FooError", error.Code);
        Assert.Null(error.Message);
        Assert.Equal(TimeSpan.FromSeconds(3), error.RetryAfter);
    }

    [Theory]
    [InlineData("""{"message":"\ud800","code":"FooError"}""")]
    [InlineData("""{"message":"lower","__type":"\udc00"}""")]
    [InlineData("""{"message":"lower","originalStatusCod\ud83de":1}""")]
    public void Parse_LoneSurrogates_AreNoCrash(string body) => Assert.Equal(502, Parse(null, body).StatusCode);

    [Theory]
    [InlineData("""{"__type":"a#ThrottlingException","message":"m"}""", true, "ThrottlingException")]
    [InlineData("""{"message":"m"}""", true, null)]
    [InlineData("""{"Message":"m"}""", true, null)]
    [InlineData("""{"code":"X"}""", true, "X")]
    [InlineData("""{"code":"X","code":""}""", true, "X")]
    [InlineData("""{"code":""}""", false, null)]
    [InlineData("{}", false, null)]
    [InlineData("""{"message":"m","text":"an answer"}""", false, null)]
    [InlineData("""{"message":{"role":"assistant"}}""", false, null)]
    [InlineData("""{"message":7}""", false, null)]
    [InlineData("""["message"]""", false, null)]
    [InlineData("""{"message":"m" """, false, null)] // cut behind its words
    [InlineData("""{"message":""", false, null)]
    [InlineData("<html>message</html>", false, null)]
    [InlineData("", false, null)]
    public void ParseBare_OnlyWhatIsNothingButAnError_IsOne(string body, bool isError, string? code)
    {
        ServiceError? error = ServiceError.ParseBare(System.Text.Encoding.UTF8.GetBytes(body));

        Assert.Equal((isError, code), (error is not null, error?.Code));
    }

    [Fact]
    public void Parse_InvalidUtf8_IsNoCrash()
    {
        byte[] body = [.. "{\"message\":\""u8, 0xff, 0xfe, .. "\"}"u8];

        Assert.Equal(502, ServiceError.Parse(502, null, body, null).StatusCode);
    }

    [Fact]
    public void Parse_DeepNesting_IsNoCrash() =>
        Assert.Equal(502, Parse(null, "{\"a\":" + new string('[', 60_000)).StatusCode);

    [Theory]
    [InlineData("424", 424)]
    [InlineData("\"424\"", null)]
    [InlineData("4.5", null)]
    [InlineData("99999999999", null)]
    public void Parse_ModelErrorMembers_AreTaken(string original, int? expected)
    {
        ServiceError error = Parse("ModelErrorException", $$"""{"originalStatusCode":{{original}},"resourceName":"model-1"}""");

        Assert.Equal(expected, error.OriginalStatusCode);
        Assert.Equal("model-1", error.ResourceName);
    }

    private static ServiceError Parse(string? header, string body) =>
        ServiceError.Parse(502, header, Encoding.UTF8.GetBytes(body), TimeSpan.FromSeconds(3));
}
