using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>What is refused by hand: the member and the rule are named.</summary>
public sealed class ConverseRuleCheckTests
{
    private const string Budgeted = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string Tools = """ "toolConfig":{"tools":[{"toolSpec":{"name":"weather","inputSchema":{"json":{"type":"object"}}}}] """;
    private const string Hi = """ "messages":[{"role":"user","content":[{"text":"Hi"}]}] """;

    /// <summary>Model, body, member that the fault names.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "amazon.nova-lite-v1:0", Turns("""{"toolUse":{"toolUseId":"t","name":"browser.tabs.open","input":{}}}""", "t"),
            "Messages[1].Content[0].ToolUse.Name" },
        { "amazon.nova-lite-v1:0", Turns("""{"toolUse":{"toolUseId":"a|b","name":"weather","input":{}}}""", "a|b"),
            "Messages[1].Content[0].ToolUse.ToolUseId" },
        { "amazon.nova-lite-v1:0", Turns("""{"toolUse":{"toolUseId":"t","name":"weather","input":[]}}""", "t"), "Messages[1].Content[0].ToolUse.Input" },
        { "amazon.nova-lite-v1:0", Turns("""{"toolUse":{"toolUseId":"t","name":"weather","input":{}}}""", "t")
            .Replace(Tools + "},", string.Empty, StringComparison.Ordinal), "ToolConfig must not be null" },
        { "amazon.nova-lite-v1:0", Turns("""{"toolUse":{"toolUseId":"t","name":"weather","input":{}}}""", "u"), "Messages[2].Content[0].ToolResult.ToolUseId" },
        { "amazon.nova-lite-v1:0", Turns("""{"toolUse":{"toolUseId":"t","name":"weather","input":{}}}""", "t", """{"json":[1]}"""),
            "Messages[2].Content[0].ToolResult.Content[0].Json" },
        { "amazon.nova-lite-v1:0", """{"messages":[{"role":"user","content":[{"text":" \n"}]}]}""", "Messages[0].Content[0].Text" },
        { "amazon.nova-lite-v1:0", """{"messages":[{"role":"assistant","content":[{"text":"Hi"}]}]}""", "Messages[0].Role" },
        { "amazon.nova-lite-v1:0", """{"messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"user","content":[{"text":"Hi"}]}]}""",
            "Messages[1].Role" },
        { "amazon.nova-lite-v1:0", "{" + Hi + """,""" + Tools.Replace("{\"type\":\"object\"}", "{\"type\":\"string\"}", StringComparison.Ordinal) + "}}",
            "ToolConfig.Tools[0].ToolSpec.InputSchema of the tool 'weather'" },
        { "amazon.nova-lite-v1:0", """{"messages":[{"role":"user","content":[{"text":"a"},{"cachePoint":{"type":"default","ttl":"1h"}}]}]}""",
            "Messages[0].Content[1].CachePoint.Ttl" },
        { "amazon.nova-lite-v1:0", "{" + Hi + """,""" + Tools.Replace("}}}]", "}}},{\"cachePoint\":{\"type\":\"default\"}}]", StringComparison.Ordinal) + "}}",
            "ToolConfig.Tools[1].CachePoint" },
        { "us.meta.llama3-3-70b-instruct-v1:0", """{"messages":[{"role":"user","content":[{"text":"a"},{"cachePoint":{"type":"default"}}]}]}""",
            "Messages[0].Content[1].CachePoint" },
        { "us.meta.llama3-3-70b-instruct-v1:0", "{" + Hi + "," + Tools + ""","toolChoice":{"any":{}}}}""", "ToolConfig.ToolChoice" },
        { "cohere.command-r-plus-v1:0", "{" + Hi + "," + Tools + ""","toolChoice":{"tool":{"name":"weather"}}}}""", "ToolConfig.ToolChoice" },
        { Budgeted, "{" + Hi + ""","inferenceConfig":{"maxTokens":2000},"additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":2000}}}""",
            "AdditionalModelRequestFields: 'thinking.budget_tokens' must be below InferenceConfig.MaxTokens" },
        { Budgeted, "{" + Hi + ""","additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":1000}}}""",
            "AdditionalModelRequestFields: 'thinking.budget_tokens' must be at least 1024" },
        { "us.deepseek.r1-v1:0",
            """{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"text":"b"},{"reasoningContent":{"reasoningText":{"text":"c"}}}]},{"role":"user","content":[{"text":"d"}]}]}""", "Messages[1].Content[1].Reasoning" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
            """{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"c"}}}]},{"role":"user","content":[{"text":"d"}]}]}""", "Messages[1].Content[0].Reasoning" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
            """{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"c","signature":"s"}}},{"cachePoint":{"type":"default"}}]},{"role":"user","content":[{"text":"d"}]}]}""", "Messages[1].Content[1].CachePoint" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "{" + Hi + "," + Tools
            + ""","toolChoice":{"any":{}}},"additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":2048}}}""", "ToolConfig.ToolChoice" },
        { "us.anthropic.claude-opus-5-5", "{" + Hi + "," + Tools + ""","toolChoice":{"any":{}}}}""", "ToolConfig.ToolChoice" },
        { "us.anthropic.claude-opus-4-7", "{" + Hi + """,       "inferenceConfig":{"temperature":0.2}}""", "InferenceConfig.Temperature" },
        { "us.anthropic.claude-opus-5", "{" + Hi + """,         "inferenceConfig":{"topP":0.2}}""", "InferenceConfig.TopP" },
        { "us.anthropic.claude-opus-5", "{" + Hi + """,         "additionalModelRequestFields":{"top_k":3}}""", "AdditionalModelRequestFields" },
        { "us.anthropic.claude-opus-4-6-v1", "{" + Hi + """,    "inferenceConfig":{"temperature":0,"topP":1}}""", "InferenceConfig.Temperature and TopP" },
        { "us.anthropic.claude-opus-4-1-20250805-v1:0", "{" + Hi + """,    "inferenceConfig":{"temperature":0,"topP":1}}""",
            "InferenceConfig.Temperature and TopP" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "{" + Hi
            + ""","outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"schema":"{\"type\":\"integer\",\"minimum\":1}"}}}}}""",
            "OutputConfig.TextFormat.Structure.JsonSchema.Schema must not hold 'minimum'" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
            """{"messages":[{"role":"user","content":[{"text":"a"},{"cachePoint":{"type":"default"}},{"text":"a"},{"cachePoint":{"type":"default"}},{"text":"a"},{"cachePoint":{"type":"default"}},{"text":"a"},{"cachePoint":{"type":"default"}},{"text":"a"},{"cachePoint":{"type":"default"}}]}]}""", "Messages[0].Content[9].CachePoint is one too many" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0", Turns("""{"toolUse":{"toolUseId":"t","name":"weather","input":{}}}""", "t")
            .Replace("""{"toolResult":""", """{"text":"Well?"},{"toolResult":""", StringComparison.Ordinal),
            "Messages[2].Content[1].ToolResult must stand before" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "{" + Tools
            + """},"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"toolUse":{"toolUseId":"t","name":"weather","input":{}}}]},{"role":"user","content":[{"text":"b"}]}]}""", "Messages[2].Content must hold the result of every call" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0", Turns("""{"toolUse":{"toolUseId":"t","name":"weather","input":{}}}""", "t")[..^1]
            + ""","additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":2048}}}""",
            "Messages[1].Content must begin with the reasoning" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "{" + Hi + "," + Tools.Replace("\"name\"", "\"strict\":true,\"name\"", StringComparison.Ordinal)
            .Replace("{\"type\":\"object\"}", "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\",\"maximum\":3}}}", StringComparison.Ordinal)
            + "}}", "ToolConfig.Tools[0].ToolSpec.InputSchema" },
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "{" + Hi
            + ""","outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"schema":"{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#\"}}}"}}}}}""", "OutputConfig.TextFormat.Structure.JsonSchema.Schema must not refer to itself" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_WhatTheModelRefuses_NamesMemberAndRule(string model, string body, string member)
    {
        ConverseRequest request = BedrockJson.Deserialize<ConverseRequest>(body);

        ArgumentException e = Assert.Throws<ArgumentException>(() => ConverseRequestCheck.For(ModelRules.For(model)).Check(request));

        Assert.StartsWith("ConverseRequest." + member, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anthropic.claude-opus-4-20250514-v1:0", "Claude 3.7 and 4")]
    [InlineData("anthropic.claude-opus-4-1-20250805-v1:0", "Claude Opus 4.1")]
    [InlineData("global.anthropic.claude-opus-4-6-v1", "Claude 4.6")]
    [InlineData("anthropic.claude-sonnet-4-6", "Claude 4.6")]
    [InlineData("us.anthropic.claude-opus-4-7", "Claude Opus 4.7 and 4.8")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-5", "Claude 5")]
    [InlineData("us.anthropic.claude-opus-5-7", "Claude Opus 5.5, Fable and Mythos")]
    [InlineData("us.anthropic.claude-opus-6-20270101-v1:0", "Claude Opus 5.5, Fable and Mythos")]
    [InlineData("us.anthropic.claude-sonnet-7", "Claude 5")]
    [InlineData("us.amazon.nova-2-pro-v1:0", "Nova 2")]
    [InlineData("us.meta.llama5-8b-instruct-v1:0", "Llama 4")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc", "")]
    [InlineData("example.model", "")]
    public void For_Ids_FindsTheLine(string id, string line) => Assert.Equal(line, ModelRules.For(new ModelId(id)).Line);

    [Fact]
    public void For_DescriptorUnderAnOpaqueArn_HasTheRulesOfItsModel()
    {
        Model model = ClaudeModels.Opus47.WithId("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc");

        Assert.Equal("Claude Opus 4.7 and 4.8", ModelRules.For(model).Line);
    }

    private static string Turns(string call, string resultId, string result = """{"text":"fine"}""") =>
        "{" + Tools + "}," + $$$"""
        "messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{{{call}}}]},{"role":"user","content":[{"toolResult":{"toolUseId":"{{{resultId}}}","content":[{{{result}}}]}}]}]}
        """;
}
