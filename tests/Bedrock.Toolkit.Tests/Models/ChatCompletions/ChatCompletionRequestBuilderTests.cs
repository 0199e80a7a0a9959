using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

public sealed class ChatCompletionRequestBuilderTests
{
    [Fact]
    public void Build_MultiTurn_MatchesSnapshot()
    {
        var answer = BedrockJson.Deserialize<ChatCompletionResponse>(
            """
            {"choices":[{"index":0,"message":{"role":"assistant","content":null,"reasoning_content":"Two calls.","tool_calls":[
              {"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Paris\"}"}},
              {"id":"call_2","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"}}]},"finish_reason":"tool_calls"}]}
            """);

        ChatCompletionRequest request = new ChatCompletionRequestBuilder()
            .System("Be brief.")
            .Tool("weather", "The weather in a city.", ChatCompletionTestSet.Schema, strict: true)
            .ToolChoice("auto")
            .ParallelToolCalls(true)
            .User("Is it warmer in Paris or in Rome?")
            .Assistant(answer)
            .ToolResult("call_1", "18 °C")
            .ToolResult("call_2", "21 °C")
            .Assistant("Rome.")
            .User([new ChatCompletionTextPart("Show it."), ChatCompletionImagePart.FromBytes([1], "image/png")])
            .MaxTokens(300)
            .Temperature(0.5)
            .TopP(0.75)
            .Seed(7)
            .Stop("END")
            .Stop("###")
            .ReasoningEffort("low")
            .ResponseFormat(ChatCompletionResponseFormat.ForJsonSchema("place", ChatCompletionTestSet.Schema))
            .Build();

        OpenAIModels.GptOss120B.CheckRequest!(request);
        Snapshot.Match(ChatCompletionTestSet.HttpText(OpenAIModels.GptOss120B, request));
    }

    [Fact]
    public void System_Twice_ReplacesTheFirst()
    {
        ChatCompletionRequest request = new ChatCompletionRequestBuilder().User("a").System("one").System("two").Build();

        Assert.Equal(["two", "a"], request.Messages.Select(message => message.Content!.Text));
        Assert.Equal(ChatCompletionRole.Developer, new ChatCompletionRequestBuilder().User("a").Developer("d").Build().Messages[0].Role);
    }

    [Fact]
    public void Limits_OneAfterTheOther_LastOneCounts()
    {
        var builder = new ChatCompletionRequestBuilder();

        Assert.Equal((1024, null), Limits(builder));
        Assert.Equal((null, 5), Limits(builder.MaxCompletionTokens(5)));
        Assert.Equal((6, null), Limits(builder.MaxTokens(6)));

        static (int?, int?) Limits(ChatCompletionRequestBuilder builder) => (builder.Build().MaxTokens, builder.Build().MaxCompletionTokens);
    }

    [Fact]
    public void Build_ThenGoOn_LeavesTheBuiltRequest()
    {
        ChatCompletionRequestBuilder builder = new ChatCompletionRequestBuilder().User("a");
        ChatCompletionRequest first = builder.Build();

        builder.User("b");
        ChatCompletionRequest second = new ChatCompletionRequestBuilder(builder.Build()).User("c").Build();

        Assert.Single(first.Messages);
        Assert.Equal(2, builder.Build().Messages.Count);
        Assert.Equal(3, second.Messages.Count);
    }

    [Fact]
    public void Assistant_Response_LeavesTheReasoningOutUnlessAsked()
    {
        ChatCompletionResponse answer = BedrockJson.Deserialize<ChatCompletionResponse>(
            """{"choices":[{"message":{"content":"hi","reasoning_content":"a","reasoning":"b","tool_calls":[],"odd":1}}]}""");

        ChatCompletionMessage plain = new ChatCompletionRequestBuilder().Assistant(answer).Build().Messages[0];
        ChatCompletionMessage kept = new ChatCompletionRequestBuilder().Assistant(answer, keepReasoning: true).Build().Messages[0];

        Assert.Equal("""{"role":"assistant","content":"hi","odd":1}""", BedrockJson.Serialize(plain));
        Assert.Equal("""{"role":"assistant","content":"hi","reasoning_content":"a","reasoning":"b","odd":1}""", BedrockJson.Serialize(kept));
        Assert.Throws<InvalidOperationException>(() => new ChatCompletionRequestBuilder().Assistant(new ChatCompletionResponse()));
    }

    [Fact]
    public void Assistant_WhatTheServiceRefuses_IsMendedOrLeftOut()
    {
        string id = new('i', 90);
        ChatCompletionResponse answer = BedrockJson.Deserialize<ChatCompletionResponse>(
            $$$"""{"choices":[{"message":{"content":"\n","tool_calls":[{"id":"{{{id}}}","type":"function","function":{"name":"a.b","arguments":"{\"q\":\""}},{"id":"2","function":{"name":"c","arguments":"{\"q\":1}"}}]}}]}""");

        IList<ChatCompletionMessage> messages = new ChatCompletionRequestBuilder().User("a").Assistant(answer).ToolResult(id, "r").ToolResult("2", "r").Build()
            .Messages;

        Assert.Null(messages[1].Content);
        Assert.Equal(["a_b", "c"], messages[1].ToolCalls!.Select(call => call.Function!.Name));
        Assert.Equal(["{}", "{\"q\":1}"], messages[1].ToolCalls!.Select(call => call.Function!.Arguments));
        Assert.Equal(messages[1].ToolCalls!.Select(call => call.Id), messages.Skip(2).Select(message => message.ToolCallId));
        Assert.InRange(messages[2].ToolCallId!.Length, 1, 64);
        Assert.Equal("2", messages[3].ToolCallId);
    }

    [Fact]
    public void Assistant_EmptyAnswer_AddsNothing()
    {
        ChatCompletionResponse answer = BedrockJson.Deserialize<ChatCompletionResponse>("""{"choices":[{"message":{"content":""}}]}""");

        Assert.Single(new ChatCompletionRequestBuilder().User("a").Assistant(answer).Build().Messages);
    }

    [Fact]
    public void Builder_Nulls_AreRefused()
    {
        var builder = new ChatCompletionRequestBuilder();

        Assert.Throws<ArgumentNullException>(() => builder.User(null!));
        Assert.Throws<ArgumentNullException>(() => builder.System(null!));
        Assert.Throws<ArgumentNullException>(() => builder.Assistant((ChatCompletionContent)null!));
        Assert.Throws<ArgumentNullException>(() => builder.Assistant((ChatCompletionResponse)null!));
        Assert.Throws<ArgumentNullException>(() => builder.Message(null!));
        Assert.Throws<ArgumentNullException>(() => builder.Tool(null!));
        Assert.Throws<ArgumentException>(() => builder.ToolResult(" ", "x"));
        Assert.Throws<ArgumentNullException>(() => new ChatCompletionRequestBuilder(null!));
    }
}
