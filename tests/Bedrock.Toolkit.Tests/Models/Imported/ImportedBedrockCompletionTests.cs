using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Snapshooter.Xunit;
using StyleFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.ImportedBedrockCompletionRequest, Bedrock.Toolkit.Models.ImportedBedrockCompletionResponse, Bedrock.Toolkit.Models.ImportedBedrockCompletionStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.Imported;

public sealed class ImportedBedrockCompletionTests
{
    private static readonly StreamingModel<ImportedBedrockCompletionRequest, ImportedBedrockCompletionResponse, ImportedBedrockCompletionStreamEvent> Model =
        ImportedModels.BedrockCompletion("arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123def456");

    private static readonly StyleFamily Family = new(Model, "json");

    private static readonly string[] Chunks =
    [
        """{"generation":" Make","prompt_token_count":5,"generation_token_count":1,"stop_reason":null,"logprobs":null}""",
        """{"generation":" a loop.","generation_token_count":4,"stop_reason":null,"later":1}""",
        """{"generation":"","generation_token_count":4,"stop_reason":"stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":4}}""",
    ];

    [Fact]
    public void Write_Minimal_MatchesSnapshot() => Snapshot.Match(StyleFamily.HttpText(Model, ImportedBedrockCompletionRequest.For("Tie a bowline:")));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(StyleFamily.HttpText(Model, Full()));

    [Fact]
    public void Read_Unknown_Survives()
    {
        Family.RoundTrip<ImportedBedrockCompletionRequest>(
            """{"prompt":"a","max_gen_len":1,"response_format":{"type":"xml","x":1},"seed":{"a":[1]},"amazon-bedrock-guardrailConfig":{"mode":1}}""");
        ImportedBedrockCompletionResponse response =
            Family.RoundTrip<ImportedBedrockCompletionResponse>("""{"generation":"a","stop_reason":"tired","logprobs":[{"a":-0.5}],"later":{"x":1}}""");

        Assert.Equal("tired", response.StopReason!.Value.ToString());
        Assert.Equal(JsonValueKind.Array, response.Logprobs!.Value.ValueKind);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":"a"}""")]
    [InlineData("""{"prompt":null,"max_gen_len":1}""")]
    [InlineData("""{"prompt":"a","max_gen_len":1.5}""")]
    [InlineData("""{"prompt":"a","max_gen_len":1,"response_format":"json"}""")]
    [InlineData("""{"prompt":"a" """)]
    public void ReadRequest_Malformed_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ImportedBedrockCompletionRequest>(json));

    [Theory]
    [InlineData("""{"generation":5}""", "$.generation")]
    [InlineData("""{"stop_reason":5}""", "$.stop_reason")]
    [InlineData("""{"generation":"secret """, null)]
    public void ReadResponse_Malformed_NamesThePlaceWithoutTheText(string json, string? path)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ImportedBedrockCompletionResponse>(json));

        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        if (path is not null)
        {
            Assert.Equal(path, e.Path);
            Assert.Throws<JsonException>(() => BedrockJson.Deserialize<ImportedBedrockCompletionStreamEvent>(json));
        }
    }

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        var response = BedrockJson.Deserialize<ImportedBedrockCompletionResponse>(
            """{"generation":" Make a loop.","prompt_token_count":5.0,"generation_token_count":4,"stop_reason":"length","logprobs":null}""");

        Assert.Equal(" Make a loop.", response.Text);
        Assert.Equal(ImportedStopReason.Length, response.StopReason);
        Assert.Equal(5, response.TokenUsage!.InputTokens);
        Assert.Equal(4, response.TokenUsage.OutputTokens);
        Assert.Equal(string.Empty, BedrockJson.Deserialize<ImportedBedrockCompletionResponse>("{}").Text);
    }

    [Fact]
    public void Check_WhatTheServiceRefuses_IsRefused()
    {
        Family.AssertRefused(ImportedBedrockCompletionRequest.For(" "), "Prompt");
        Family.AssertRefused(ImportedBedrockCompletionRequest.For("a", 0), "MaxGenLen", "at least 1");
        Family.AssertRefused(new() { Prompt = "a", MaxGenLen = 1, Temperature = double.NaN }, "Temperature");
        Family.AssertRefused(new() { Prompt = "a", MaxGenLen = 1, TopP = double.PositiveInfinity }, "TopP");
        Family.AssertRefused(
            new() { Prompt = "a", MaxGenLen = 1, AdditionalProperties = new Dictionary<string, JsonElement> { ["messages"] = JsonElement.Parse("[]") } },
                "'messages'", "another body style");
        Assert.Throws<ArgumentNullException>(() => Model.CheckRequest!(null!));
    }

    [Fact]
    public void Fold_SeveralChunks_GivesTheWholeAnswer_Streaming()
    {
        EqualJson.Check(
            """{"generation":" Make a loop.","prompt_token_count":5,"generation_token_count":4,"stop_reason":"stop","later":1}""",
            BedrockJson.Serialize(Family.FoldWhole(Chunks)));
        Assert.Equal("{}", BedrockJson.Serialize(Family.Fold()));
    }

    [SharedFact]
    public void Samples_ReadAndWritten_AreEqual()
    {
        string start = SharedFolder.PathTo("wire", "samples-other", "imported-model.bedrock-completion");
        Model.CheckRequest!(Family.RoundTrip<ImportedBedrockCompletionRequest>(File.ReadAllText(start + ".request.json")));
        ImportedBedrockCompletionResponse response = Family.RoundTrip<ImportedBedrockCompletionResponse>(File.ReadAllText(start + ".response.json"));

        Assert.Null(response.AdditionalProperties);
        Assert.NotEmpty(response.Text);
    }

    private static ImportedBedrockCompletionRequest Full() => new()
    {
        Prompt = "Grüße, \"quay\" <n> & 水",
        MaxGenLen = 64,
        Temperature = 0.3,
        TopP = 0.9,
        ResponseFormat = ChatCompletionResponseFormat.ForJsonObject(),
        GuardrailConfig = new() { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("""{"a":[1,null]}""") },
    };
}
