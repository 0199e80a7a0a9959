using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

public sealed class SimulatedCountTokensTests : IDisposable
{
    private const string Model = "anthropic.claude-3-haiku-20240307-v1:0";

    private readonly FakeBedrock _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Count_Conversation_IsWhatConverseTells()
    {
        ConverseRequest request = ConverseRequest.For("How many berths are free?");
        request.System = ["Be brief.", SystemContentBlockOf()];

        int? counted = (await _fake.Client.CountTokensAsync("anthropic.claude-sonnet-4-6", CountTokensRequest.For(request))).InputTokens;

        TokenUsage usage = (await _fake.Client.ConverseAsync("us.anthropic.claude-sonnet-4-6", request)).Usage!;
        Assert.Equal(usage.InputTokens + usage.CacheWriteInputTokens, counted);
    }

    [Fact]
    public async Task Count_Body_IsWhatInvokeModelTells()
    {
        Model<ClaudeRequest, ClaudeResponse> model = ClaudeModels.FromId(Model);
        ClaudeRequest request = ClaudeRequest.For("How many berths are free?");

        int? counted = (await _fake.Client.CountTokensAsync(Model, CountTokensRequest.For(model, request))).InputTokens;

        Assert.Equal((await _fake.Client.InvokeAsync(model, request)).Usage!.InputTokens, counted);
    }

    [Fact]
    public async Task Count_BadRequests_AreRefused()
    {
        BedrockValidationException e = await Assert.ThrowsAsync<BedrockValidationException>(
            () => _fake.Client.CountTokensAsync("us." + Model, CountTokensRequest.For(ConverseRequest.For("a"))));
        Assert.Contains("doesn't support counting tokens", e.Message, StringComparison.Ordinal);
        var body = new CountTokensInvokeModel { InvokeModel = new() { Body = "{\"nonsense\":1}"u8.ToArray() } };
        await Assert.ThrowsAsync<BedrockValidationException>(() => _fake.Client.CountTokensAsync(Model, new CountTokensRequest { Input = body }));
        await Assert.ThrowsAsync<BedrockValidationException>(
            () => _fake.Client.CountTokensAsync(Model, new CountTokensRequest { Input = new CountTokensConverse { Converse = new() } }));
    }

    [Fact]
    public async Task Scripts_AnswerInPlaceOfTheCount()
    {
        _fake.WhenCountTokens(Model).Reply(request => new CountTokensResponse { InputTokens = ((CountTokensConverse)request.Input).Converse.Messages.Count });

        Assert.Equal(1, (await _fake.Client.CountTokensAsync(Model, CountTokensRequest.For(ConverseRequest.For("a b c d e f")))).InputTokens);
        Assert.Single(_fake.CountTokensRequests(Model));
        Assert.Empty(_fake.CountTokensRequests("other"));
    }

    private static SystemContentBlock SystemContentBlockOf() =>
        new SystemCachePointContent { CachePoint = new CachePointBlock { Type = CachePointType.Default } };
}
