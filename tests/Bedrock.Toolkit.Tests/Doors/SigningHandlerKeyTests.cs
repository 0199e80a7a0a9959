using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Doors;

/// <summary>Whose API key of the environment goes where.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class SigningHandlerKeyTests
{
    private const string Gateway = "https://harbour-4fz.gateway.bedrock-agentcore.eu-west-1.amazonaws.com/mcp";

    [Theory]
    [InlineData("https://bedrock-runtime.eu-west-1.amazonaws.com/openai/v1/responses", "AWS_BEARER_TOKEN_BEDROCK", "Bearer the-key")]
    [InlineData(Gateway, "AWS_BEARER_TOKEN_BEDROCK_AGENTCORE", "Bearer the-key")]
    [InlineData(Gateway, "AWS_BEARER_TOKEN_BEDROCK", "AWS4-HMAC-SHA256 Credential=AKIDENV/")]
    public async Task SendAsync_KeyOfTheEnvironment_GoesToItsServiceAlone(string address, string variable, string begin)
    {
        using var environment = new EnvironmentScope(
            ("AWS_BEARER_TOKEN_BEDROCK_AGENTCORE", null), (variable, "the-key"), ("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "secret"));
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using var http = new HttpClient(new BedrockSigningHandler(new BedrockClientOptions { Region = "us-east-1" }, handler));

        using HttpResponseMessage answer = await http.GetAsync(new Uri(address));

        Assert.StartsWith(begin, Assert.Single(handler.Sent).Headers["Authorization"], StringComparison.Ordinal);
    }
}
