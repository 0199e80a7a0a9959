using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>The simulated service refuses what the real one refuses, in its words.</summary>
public sealed class ConverseRefusalTests
{
    private const string Nova = "us.amazon.nova-lite-v1:0";
    private const string Claude = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string Tools = """ "toolConfig":{"tools":[{"toolSpec":{"name":"t","inputSchema":{"json":{"type":"object"}}}}]""";
    private const string Hi = """ "messages":[{"role":"user","content":[{"text":"Hi"}]}]""";

    public static TheoryData<string, string, string> Bodies => new()
    {
        { Nova, """{"messages":[{"role":"user","content":[{"text":" "}]}]}""", "is blank" },
        { Nova, """{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"text":"\n"}]},{"role":"user","content":[{"text":"a"}]}]}""", "is blank" },
        { Nova, """{"messages":[{"role":"assistant","content":[{"text":"a"}]}]}""", "must start with a user message" },
        { Nova, """{"messages":[{"role":"user","content":[{}]}]}""", "must set one of its members" },
        { Nova, "{" + Turns("t", "1", "1") + "}", "The toolConfig field must be defined when using toolUse and toolResult content blocks" },
        { Nova, "{" + Tools + "}," + Turns("browser.tabs.open", "1", "1") + "}", "regular expression pattern: [a-zA-Z0-9_-]+" },
        { Nova, "{" + Tools + "}," + Turns("t", "a|b", "a|b") + "}", "regular expression pattern: [a-zA-Z0-9_.:-]+" },
        { Nova, "{" + Tools + "}," + Turns("t", "1", "1", """{"json":[1]}""") + "}", "Provide a json object for the field" },
        { Nova, "{" + Hi + "," + Tools.Replace("""{"type":"object"}""", "{}", StringComparison.Ordinal) + "}}",
            "inputSchema.json.type must be one of the following: object" },
        { Claude, """{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"c","signature":"s"}}},{"cachePoint":{"type":"default"}}]},{"role":"user","content":[{"text":"d"}]}]}""", "after reasoning block" },
        { Claude, """{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"c"}}}]},{"role":"user","content":[{"text":"d"}]}]}""", "signature: Field required" },
        { Nova, """{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"user","content":[{"text":"a"}]}]}""",
            "must alternate between user and assistant roles" },
        { Nova, "{" + Tools + "},"
            + """ "messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"toolUse":{"toolUseId":"1","name":"t","input":{}}}]},{"role":"user","content":[{"text":"Never mind."}]}]}""", "Expected toolResult blocks" },
        { Claude, "{" + Hi + "," + Tools + ""","toolChoice":{"any":{}}},"additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":2048}}}""",
            "Thinking may not be enabled when tool_choice forces tool use" },
        { "us.meta.llama3-3-70b-instruct-v1:0", "{" + Hi + "," + Tools + ""","toolChoice":{"any":{}}}}""",
            "doesn't support the toolConfig.toolChoice.any field" },
        { "us.anthropic.claude-opus-4-7", "{" + Hi + """,       "inferenceConfig":{"temperature":0.2}}""", "`temperature` is deprecated for this model" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Converse_BodyThatTheServiceRefuses_IsRefusedInItsWords(string model, string body, string words)
    {
        using var fake = new FakeBedrock();

        BedrockValidationException e = await Assert.ThrowsAsync<BedrockValidationException>(() => fake.Client.CallAsync(Unchecked(model, body)));

        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The toolConfig field must be defined when using toolUse and toolResult content blocks.", "tools of the history")]
    [InlineData("The model returned the following errors: `temperature` is deprecated for this model.", "sampling")]
    [InlineData("This model doesn't support the toolConfig.toolChoice.any field. Remove toolConfig.toolChoice.any and try again.", "tool choice")]
    public async Task Error_ThatNamesARule_SaysWhatToChange(string words, string rule)
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Nova).Fault(BedrockFault.Status(400, "ValidationException", words));

        BedrockValidationException e = await Assert.ThrowsAsync<BedrockValidationException>(() => fake.Client.ConverseAsync(Nova, ConverseRequest.For("Hi")));

        Assert.Equal(rule, e.Rule);
        Assert.Contains($"Rule '{rule}':", e.Message, StringComparison.Ordinal);
    }

    internal static BedrockCall<ConverseRequest, ConverseResponse> Unchecked(string model, string body) => new()
    {
        Operation = "Converse",
        Path = $"/model/{Uri.EscapeDataString(model)}/converse",
        ModelId = model,
        Request = BedrockJson.Deserialize<ConverseRequest>(body),
        RequestTypeInfo = BedrockJson.TypeInfo<ConverseRequest>(),
        ResponseTypeInfo = BedrockJson.TypeInfo<ConverseResponse>(),
    };

    private static string Turns(string name, string id, string resultId, string result = """{"text":"fine"}""") =>
        """ "messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"toolUse":{"toolUseId":"CALL","name":"NAME","input":{}}}]},{"role":"user","content":[{"toolResult":{"toolUseId":"RESULT","content":[PARTS]}}]}]"""
            .Replace("CALL", id, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal).Replace("RESULT", resultId, StringComparison.Ordinal)
                .Replace("PARTS", result, StringComparison.Ordinal);
}
