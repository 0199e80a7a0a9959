using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

public class ChatMessageWriterTests
{
    [Fact]
    public async Task Messages_OfEveryRole_BecomeSystemAndTurns()
    {
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync(
            [
                new(ChatRole.System, "Be kind."),
                new(ChatRole.User, "One"),
                new(ChatRole.User, [new TextContent("Two"), new TextContent(" ")]),
                new(ChatRole.Assistant, ""),
                new(ChatRole.Assistant, [new FunctionCallContent("c1", "f", new Dictionary<string, object?> { ["a"] = 1 })]),
                new(ChatRole.Tool, [new FunctionResultContent("c1", "done")]),
                new(ChatRole.User, "Three"),
            ],
            new ChatOptions { Instructions = "Be brief.", Tools = [AIFunctionFactory.Create(() => 1, "f")] });

        Assert.Equal("""[{"text":"Be brief."},{"text":"Be kind."}]""", body.GetProperty("system").GetRawText());
        Assert.Equal(
            """[{"role":"user","content":[{"text":"One"},{"text":"Two"}]},{"role":"assistant","content":[{"toolUse":{"toolUseId":"c1","name":"f","input":{"a":1}}}]},"""
            + """{"role":"user","content":[{"toolResult":{"toolUseId":"c1","content":[{"text":"done"}]}},{"text":"Three"}]}]""",
            body.GetProperty("messages").GetRawText());
        Assert.Empty(response.GetWarnings());
    }

    [Fact]
    public async Task SystemMessage_WithinTheConversation_IsReported()
    {
        (JsonElement body, ChatResponse response) =
            await ChatSent.SendAsync([new(ChatRole.User, "One"), new(ChatRole.System, "Be kind."), new(new ChatRole("developer"), "Now.")]);

        Assert.Equal("""[{"text":"Be kind."},{"text":"Now."}]""", body.GetProperty("system").GetRawText());
        Assert.Contains("messages[1]", response.GetWarnings()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastAssistantText_EndsInWhiteSpace_IsTrimmed()
    {
        (JsonElement body, _) = await ChatSent.SendAsync([new(ChatRole.User, "One"), new(ChatRole.Assistant, "It is: ")]);

        Assert.Equal("It is:", body.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("image/png", """{"image":{"format":"png","source":{"bytes":"eA=="}}}""")]
    [InlineData("IMAGE/JPG; q=1", """{"image":{"format":"jpeg","source":{"bytes":"eA=="}}}""")]
    [InlineData("video/3gpp", """{"video":{"format":"three_gp","source":{"bytes":"eA=="}}}""")]
    [InlineData("audio/mpeg", """{"audio":{"format":"mp3","source":{"bytes":"eA=="}}}""")]
    [InlineData("application/pdf",
        """{"document":{"format":"pdf","name":"Q3 report (final)","source":{"bytes":"eA=="},"context":"finance","citations":{"enabled":true}}}""")]
    [InlineData("text/x-log",
        """{"document":{"format":"txt","name":"Q3 report (final)","source":{"bytes":"eA=="},"context":"finance","citations":{"enabled":true}}}""")]
    public async Task DataContent_OfAMediaType_BecomesItsBlock(string mediaType, string expected)
    {
        string blocks = await ChatSent.BlocksAsync(new TextContent("Look"), new DataContent("x"u8.ToArray(), mediaType.Split(';')[0])
        {
            Name = "Q3_report (final).pdf",
            AdditionalProperties = new() { ["Citations"] = true, ["Context"] = "finance" },
        });

        Assert.Equal($$"""[{"text":"Look"},{{expected}}]""", blocks);
    }

    [Fact]
    public async Task Documents_OfOneName_GetDifferentOnes()
    {
        string blocks = await ChatSent.BlocksAsync(
            new TextContent("Compare"), new DataContent("x"u8.ToArray(), "text/plain") { Name = "a.txt" },
                new DataContent("y"u8.ToArray(), "text/plain") { Name = "a.md" }, new DataContent("z"u8.ToArray(), "text/plain"));

        Assert.Equal(["a", "a (2)", "Document"], JsonElement.Parse(blocks).EnumerateArray().Skip(1)
            .Select(b => b.GetProperty("document").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task UriContent_OfS3AndData_IsSent()
    {
        string blocks = await ChatSent.BlocksAsync(
            new TextContent("Look"),
            new UriContent("s3://Bucket/Big_File.pdf", "application/pdf") { AdditionalProperties = new() { ["BucketOwner"] = "123456789012" } },
            new UriContent("s3://bucket/v.mp4", "video/mp4"),
            new UriContent("data:image/png;base64,eA==", "image/png"));

        Assert.Equal(
            """[{"text":"Look"},{"document":{"format":"pdf","name":"Big File","source":{"s3Location":{"uri":"s3://Bucket/Big_File.pdf","bucketOwner":"123456789012"}}}},"""
            + """{"video":{"format":"mp4","source":{"s3Location":{"uri":"s3://bucket/v.mp4"}}}},{"image":{"format":"png","source":{"bytes":"eA=="}}}]""",
            blocks);
    }

    public static TheoryData<AIContent, string> WhatHasNoBlock => new()
    {
        { new UriContent("https://example.com/a.png", "image/png"), "fetches nothing" },
        { new DataContent("x"u8.ToArray(), "application/zip"), "application/zip" },
        { new HostedFileContent("file-1"), "keeps no files" },
        { new HostedVectorStoreContent("store-1"), "HostedVectorStoreContent" },
    };

    [Theory]
    [MemberData(nameof(WhatHasNoBlock))]
    public async Task Content_WithoutABlock_IsAnErrorThatNamesIt(AIContent content, string named)
    {
        NotSupportedException e = await Assert.ThrowsAsync<NotSupportedException>(() => ChatSent.BlocksAsync(new TextContent("a"), content));

        Assert.Contains(named, e.Message, StringComparison.Ordinal);
        Assert.Contains("messages[0].Contents[1]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BlankMessageAndUnknownRole_AreErrors()
    {
        Assert.Contains("messages[0]", (await Assert.ThrowsAsync<ArgumentException>(() => ChatSent.SendAsync([new(ChatRole.User, " ")]))).Message,
            StringComparison.Ordinal);
        Assert.Contains("'judge'", (await Assert.ThrowsAsync<NotSupportedException>(() => ChatSent.SendAsync([new(new ChatRole("judge"), "a")]))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorAndUsage_OfEarlierAnswers_AreLeftOut()
    {
        (JsonElement body, ChatResponse response) =
            await ChatSent.SendAsync([new(ChatRole.User, [new TextContent("a"), new ErrorContent("x") { ErrorCode = "Filtered" }, new UsageContent(new())])]);

        Assert.Equal("""[{"text":"a"}]""", body.GetProperty("messages")[0].GetProperty("content").GetRawText());
        Assert.Contains("Filtered", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RawBlock_InAContent_IsSentAsItIs()
    {
        string blocks = await ChatSent.BlocksAsync(
            new AIContent { RawRepresentation = new Wire.GuardContent(
                new Wire.GuardrailConverseText(new Wire.GuardrailConverseTextBlock { Text = "check me" })) });

        Assert.Contains("\"guardContent\":{\"text\":{\"text\":\"check me\"", blocks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reasoning_SignedAndRedacted_GoesBack()
    {
        (JsonElement body, _) = await ChatSent.SendAsync(
            [
                new(ChatRole.User, "a"),
                new(ChatRole.Assistant,
                [
                    new TextReasoningContent("hm") { ProtectedData = "sig" },
                    new TextReasoningContent("") { ProtectedData = "redacted:eA==" },
                    new TextReasoningContent("old") { AdditionalProperties = new() { ["Signature"] = "s2" } },
                    new TextReasoningContent("") { AdditionalProperties = new() { ["RedactedContent"] = "x"u8.ToArray() } },
                    new TextContent("b"),
                ]),
                new(ChatRole.User, "c"),
            ]);

        Assert.Equal(
            """[{"reasoningContent":{"reasoningText":{"text":"hm","signature":"sig"}}},{"reasoningContent":{"redactedContent":"eA=="}},"""
            + """{"reasoningContent":{"reasoningText":{"text":"old","signature":"s2"}}},{"reasoningContent":{"redactedContent":"eA=="}},{"text":"b"}]""",
            body.GetProperty("messages")[1].GetProperty("content").GetRawText());
    }

    [Fact]
    public async Task Arguments_OfEveryType_KeepTheirJson()
    {
        var arguments = new Dictionary<string, object?>
        {
            ["null"] = null, ["text"] = "t", ["bool"] = true, ["int"] = 1, ["long"] = 9007199254740993L, ["float"] = 0.7f, ["double"] = 1.5,
                ["decimal"] = 1.10m,
            ["element"] = JsonElement.Parse("""{"a":[null]}"""), ["node"] = JsonNode.Parse("[1]"), ["guid"] = Guid.Empty,
                ["list"] = new List<object?> { 1, "b", null },
            ["map"] = new Dictionary<string, object?> { ["x"] = 1 },
        };
        (JsonElement body, _) = await ChatSent.SendAsync(
            [new(ChatRole.User, "a"), new(ChatRole.Assistant, [new FunctionCallContent("c", "f", arguments)]),
                new(ChatRole.Tool, [new FunctionResultContent("c", null)])]);

        Assert.Equal(
            """{"null":null,"text":"t","bool":true,"int":1,"long":9007199254740993,"float":0.7,"double":1.5,"decimal":1.10,"element":{"a":[null]},"node":[1]"""
            + ""","guid":"00000000-0000-0000-0000-000000000000","list":[1,"b",null],"map":{"x":1}}""",
            body.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("toolUse").GetProperty("input").GetRawText());
    }

    public static TheoryData<object?, string> Results => new()
    {
        { "text", """[{"text":"text"}]""" },
        { JsonElement.Parse("\"text\""), """[{"text":"text"}]""" },
        { "", """[{"json":{"result":""}}]""" },
        { null, """[{"json":{"result":null}}]""" },
        { 5, """[{"json":{"result":5}}]""" },
        { JsonElement.Parse("[1,null]"), """[{"json":{"result":[1,null]}}]""" },
        { JsonElement.Parse("""{"a":null}"""), """[{"json":{"a":null}}]""" },
        { new TextContent("t"), """[{"text":"t"}]""" },
        { new AIContent[] { new TextContent("t"), new DataContent("x"u8.ToArray(), "image/png") },
            """[{"text":"t"},{"image":{"format":"png","source":{"bytes":"eA=="}}}]""" },
        { new Wire.ToolResultText("raw"), """[{"text":"raw"}]""" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task FunctionResult_OfEveryType_BecomesAToolResult(object? result, string expected)
    {
        (JsonElement body, _) = await ChatSent.SendAsync(
            [new(ChatRole.User, "a"), new(ChatRole.Assistant, [new FunctionCallContent("c", "f")]),
                new(ChatRole.Tool, [new FunctionResultContent("c", result)])]);

        Assert.Equal(expected, body.GetProperty("messages")[2].GetProperty("content")[0].GetProperty("toolResult").GetProperty("content").GetRawText());
    }

    [Fact]
    public async Task FunctionResult_WithException_IsAnErrorWithoutItsMessage()
    {
        (JsonElement body, _) = await ChatSent.SendAsync(
            [
                new(ChatRole.User, "a"),
                new(ChatRole.Assistant, [new FunctionCallContent("c", "f")]),
                new(ChatRole.Tool, [new FunctionResultContent("c", null) { Exception = new InvalidOperationException("secret") }]),
            ]);

        string result = body.GetProperty("messages")[2].GetRawText();
        Assert.Contains("\"status\":\"error\"", result, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CachePoints_OfMessagesContentsAndOptions_AreSet()
    {
        (JsonElement body, _) = await ChatSent.SendAsync(
            [
                new ChatMessage(ChatRole.System, "Long instructions").UsePromptCaching(Wire.CacheTtl.OneHour),
                new(ChatRole.User, [new TextContent("long").UsePromptCaching(),
                    new TextContent("short")]) { AdditionalProperties = new() { ["CachePoint"] = "5m" } },
            ],
            new ChatOptions { AdditionalProperties = new() { ["CachePoint"] = JsonElement.Parse("""{"type":"default","ttl":"1h"}""") } },
            "us.anthropic.claude-sonnet-4-6");

        Assert.Equal("""[{"text":"Long instructions"},{"cachePoint":{"type":"default","ttl":"1h"}}]""", body.GetProperty("system").GetRawText());
        Assert.Equal("""[{"text":"long"},{"cachePoint":{"type":"default"}},{"text":"short"},{"cachePoint":{"type":"default","ttl":"5m"}}]""",
            body.GetProperty("messages")[0].GetProperty("content").GetRawText());
        Assert.False(body.TryGetProperty("additionalModelRequestFields", out _));
    }

    [Fact]
    public async Task CachePoint_OfAnotherType_IsAnErrorThatNamesIt()
    {
        var message = new ChatMessage(ChatRole.User, "a") { AdditionalProperties = new() { ["CachePoint"] = 5 } };

        Assert.Contains("CachePoint", (await Assert.ThrowsAsync<ArgumentException>(() => ChatSent.SendAsync([message]))).Message, StringComparison.Ordinal);
    }

    private sealed class OwnContent : AIContent;
}
