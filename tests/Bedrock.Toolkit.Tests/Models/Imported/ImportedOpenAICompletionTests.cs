using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Snapshooter.Xunit;
using StyleFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.ImportedOpenAICompletionRequest, Bedrock.Toolkit.Models.ImportedOpenAICompletionResponse, Bedrock.Toolkit.Models.ImportedOpenAICompletionStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.Imported;

public sealed class ImportedOpenAICompletionTests
{
    private static readonly StreamingModel<ImportedOpenAICompletionRequest, ImportedOpenAICompletionResponse, ImportedOpenAICompletionStreamEvent> Model =
        ImportedModels.OpenAICompletion("arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123def456");

    private static readonly StyleFamily Family = new(Model, "json");

    private static readonly string[] Chunks =
    [
        """{"id":"cmpl-1","object":"text_completion","created":1790000000,"choices":[{"index":0,"text":" Make","finish_reason":null}]}""",
        """{"id":"cmpl-1","choices":[{"index":0,"text":" a loop.","finish_reason":null,"x":1}],"later":1}""",
        """{"id":"cmpl-1","choices":[{"index":0,"text":"","finish_reason":"length"}],"usage":{"prompt_tokens":5,"total_tokens":9,"completion_tokens":4},"amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":4}}""",
    ];

    [Fact]
    public void Write_Minimal_MatchesSnapshot() => Snapshot.Match(StyleFamily.HttpText(Model, ImportedOpenAICompletionRequest.For("Tie a bowline:")));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(StyleFamily.HttpText(Model, Full()));

    [Fact]
    public void Read_Unknown_Survives()
    {
        Family.RoundTrip<ImportedOpenAICompletionRequest>(
            """{"prompt":"a","max_tokens":1,"structured_outputs":{"json":{"x":null},"smell":1},"seed":{"a":[1]},"amazon-bedrock-guardrailConfig":{"mode":1}}""");
        ImportedOpenAICompletionResponse response = Family.RoundTrip<ImportedOpenAICompletionResponse>(
            """{"object":"novel","choices":[{"index":0,"text":"a","finish_reason":"tired","logprobs":{"x":1}}],"usage":{"cached":1},"later":{"x":1}}""");

        Assert.Equal("tired", response.FinishReason!.Value.ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":"a"}""")]
    [InlineData("""{"prompt":null,"max_tokens":1}""")]
    [InlineData("""{"prompt":"a","max_tokens":1.5}""")]
    [InlineData("""{"prompt":"a","max_tokens":1,"structured_outputs":[]}""")]
    [InlineData("""{"prompt":"a" """)]
    public void ReadRequest_Malformed_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ImportedOpenAICompletionRequest>(json));

    [Theory]
    [InlineData("""{"choices":{}}""", "$.choices")]
    [InlineData("""{"choices":[{"text":5}]}""", "$.choices[0].text")]
    [InlineData("""{"choices":[{"finish_reason":5}]}""", "$.choices[0].finish_reason")]
    [InlineData("""{"created":"now"}""", "$.created")]
    [InlineData("""{"choices":[{"text":"secret """, null)]
    public void ReadResponse_Malformed_NamesThePlaceWithoutTheText(string json, string? path)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ImportedOpenAICompletionResponse>(json));

        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        if (path is not null)
        {
            Assert.Equal(path, e.Path);
            Assert.Throws<JsonException>(() => BedrockJson.Deserialize<ImportedOpenAICompletionStreamEvent>(json));
        }
    }

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        var response = BedrockJson.Deserialize<ImportedOpenAICompletionResponse>(
            """{"id":"cmpl-1","object":"text_completion","created":1790000000.0,"choices":[{"index":0,"text":" Make a loop.","finish_reason":"length"}],"usage":{"prompt_tokens":5,"total_tokens":9,"completion_tokens":4}}""");

        Assert.Equal("cmpl-1", response.Id);
        Assert.Equal(1_790_000_000, response.Created);
        Assert.Equal(" Make a loop.", response.Text);
        Assert.Equal(ImportedStopReason.Length, response.FinishReason);
        Assert.Equal(5, response.TokenUsage!.InputTokens);
        Assert.Equal(4, response.TokenUsage.OutputTokens);
        Assert.Equal(9, response.TokenUsage.TotalTokens);
        Assert.Equal(string.Empty, BedrockJson.Deserialize<ImportedOpenAICompletionResponse>("""{"choices":null}""").Text);
    }

    [Fact]
    public void Check_WhatTheServiceRefuses_IsRefused()
    {
        Family.AssertRefused(ImportedOpenAICompletionRequest.For(" "), "Prompt");
        Family.AssertRefused(ImportedOpenAICompletionRequest.For("a", 0), "MaxTokens", "at least 1");
        Family.AssertRefused(new() { Prompt = "a", MaxTokens = 1, Temperature = double.NaN }, "Temperature");
        Family.AssertRefused(new() { Prompt = "a", MaxTokens = 1, TopP = double.PositiveInfinity }, "TopP");
        Family.AssertRefused(new() { Prompt = "a", MaxTokens = 1, StructuredOutputs = new() { Regex = "a", Choice = ["b"] } }, "StructuredOutputs", "exclude");
        Family.AssertRefused(new() { Prompt = "a", MaxTokens = 1, StructuredOutputs = new() { Choice = ["b", ""] } }, "StructuredOutputs.Choice[1]");
        Family.AssertRefused(
            new() { Prompt = "a", MaxTokens = 1, AdditionalProperties = new Dictionary<string, JsonElement> { ["max_gen_len"] = JsonElement.Parse("1") } },
                "'max_gen_len'", "another body style");
        Assert.Throws<ArgumentNullException>(() => Model.CheckRequest!(null!));
    }

    [Fact]
    public void Fold_SeveralChunks_GivesTheWholeAnswer_Streaming()
    {
        EqualJson.Check(
            """
            {"id":"cmpl-1","object":"text_completion","created":1790000000,"choices":[{"index":0,"text":" Make a loop.","finish_reason":"length","x":1}],
             "usage":{"prompt_tokens":5,"total_tokens":9,"completion_tokens":4},"later":1}
            """,
            BedrockJson.Serialize(Family.FoldWhole(Chunks)));
        Assert.Equal("""{"choices":[]}""", BedrockJson.Serialize(Family.Fold()));
    }

    [SharedFact]
    public void Samples_ReadAndWritten_AreEqual()
    {
        string start = SharedFolder.PathTo("wire", "samples-other", "imported-model.openai-completion");
        Model.CheckRequest!(Family.RoundTrip<ImportedOpenAICompletionRequest>(File.ReadAllText(start + ".request.json")));
        ImportedOpenAICompletionResponse response = Family.RoundTrip<ImportedOpenAICompletionResponse>(File.ReadAllText(start + ".response.json"));

        Assert.Null(response.AdditionalProperties);
        Assert.NotEmpty(response.Text);
    }

    [SharedFact]
    public void ChatSamples_ReadAndWritten_AreEqual()
    {
        string start = SharedFolder.PathTo("wire", "samples-other", "imported-model.openai-chat");
        string request = File.ReadAllText(start + ".request.json");
        string response = File.ReadAllText(start + ".response.json");

        EqualJson.Check(request, BedrockJson.Serialize(BedrockJson.Deserialize<ChatCompletionRequest>(request)));
        EqualJson.Check(response, BedrockJson.Serialize(BedrockJson.Deserialize<ChatCompletionResponse>(response)));
        ImportedModels.OpenAIChat("arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123def456")
            .CheckRequest!(BedrockJson.Deserialize<ChatCompletionRequest>(request));
    }

    private static ImportedOpenAICompletionRequest Full() => new()
    {
        Prompt = "Grüße, \"quay\" <n> & 水",
        MaxTokens = 64,
        Temperature = 0.3,
        TopP = 0.9,
        StructuredOutputs = new() { Choice = ["yes", "no"] },
        GuardrailConfig = new() { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("""{"a":[1,null]}""") },
    };
}
