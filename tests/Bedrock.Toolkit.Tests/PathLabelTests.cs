
namespace Bedrock.Toolkit.Tests;

public class PathLabelTests
{
    [Theory]
    [InlineData("amazon.titan-text-express-v1", "amazon.titan-text-express-v1")]
    [InlineData("amazon.titan-embed-text-v2:0", "amazon.titan-embed-text-v2%3A0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/a.b-v1:0", "arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Fa.b-v1%3A0")]
    [InlineData("Az09-._~", "Az09-._~")]
    [InlineData("a b!*'()@$&+,;=?#[]%", "a%20b%21%2A%27%28%29%40%24%26%2B%2C%3B%3D%3F%23%5B%5D%25")]
    [InlineData("a%3A0", "a%253A0")]
    [InlineData("\u00e9", "%C3%A9")]
    [InlineData("a..b/.c", "a..b%2F.c")]
    public void Encode_Id_IsOneSegment(string id, string expected) => Assert.Equal(expected, PathLabel.Encode(id, "modelId"));

    [Theory]
    [InlineData("amazon.titan-embed-text-v2:0")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:custom-model/a~b:4k/c")]
    public void Encode_InUri_IsKeptAsItIs(string id) =>
        Assert.Equal($"/model/{PathLabel.Encode(id, "modelId")}/invoke", new Uri($"https://example.test/model/{PathLabel.Encode(id, "modelId")}/invoke")
            .AbsolutePath);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData("../a")]
    [InlineData("a/..")]
    public void Encode_BlankOrDotSegment_Throws(string id) => Assert.Throws<ArgumentException>(() => PathLabel.Encode(id, "modelId"));

    [Fact]
    public void Encode_Null_Throws() => Assert.Throws<ArgumentNullException>(() => PathLabel.Encode(null!, "modelId"));
}
