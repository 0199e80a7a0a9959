using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Simulation;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Which ids the fake takes, and which scripts count for them.</summary>
public sealed class FakeModelIdTests : IDisposable
{
    private static readonly ConverseResponse Yes = new() { Output = Message.Assistant("Yes."), StopReason = StopReason.EndTurn };

    private readonly FakeBedrock _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Call_IdServedThroughProfilesOnly_IsRefusedAndNamesTheProfiles()
    {
        _fake.When(ClaudeModels.Sonnet45).Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("Yes.")] });

        BedrockOnDemandNotSupportedException e = await Assert.ThrowsAsync<BedrockOnDemandNotSupportedException>(
            () => _fake.Client.InvokeAsync(ClaudeModels.Sonnet45, ClaudeRequest.For("hello")));

        Assert.Contains(ClaudeModels.Sonnet45.InProfile("us").Id.Value, e.ProfileIds);
        await Assert.ThrowsAsync<BedrockOnDemandNotSupportedException>(
            () => _fake.Client.ConverseAsync(ClaudeModels.Sonnet45.Id, ConverseRequest.For("hello")));
        await Assert.ThrowsAsync<BedrockOnDemandNotSupportedException>(() => _fake.Client.InvokeAsync(
            StabilityServiceModels.FastUpscale, new StableFastUpscaleRequest { Image = SamplePng }));
    }

    [Theory]
    [InlineData("anthropic.claude-sonnet-9-20990101-v1:0")]
    [InlineData("us.amazon.nova-giga-v1:0")]
    [InlineData("my-model")]
    [InlineData("us.mistral.no-such-model")]
    public async Task Call_IdThatExistsNowhere_IsRefusedUnlessAllowed(string id)
    {
        BedrockValidationException e = await Assert.ThrowsAsync<BedrockValidationException>(() => _fake.Client.ConverseAsync(id, ConverseRequest.For("hello")));
        Assert.Contains("The provided model identifier is invalid.", e.Message, StringComparison.Ordinal);
        Assert.Contains("AllowAnyModel()", e.Message, StringComparison.Ordinal);

        Assert.NotEmpty((await _fake.AllowAnyModel().Client.ConverseAsync(id, ConverseRequest.For("hello"))).Text);
    }

    [Fact]
    public async Task Call_ProfileOfAnotherGeography_IsRefused()
    {
        BedrockValidationException e = await Assert.ThrowsAsync<BedrockValidationException>(
            () => _fake.Client.ConverseAsync("eu.deepseek.r1-v1:0", ConverseRequest.For("hello")));

        Assert.Contains("begin with: us.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amazon.nova-lite-v1:0")]
    [InlineData("amazon.nova-lite-v1:0:24k")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abc")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    public async Task Call_OtherNames_Pass(string id) => Assert.NotEmpty((await _fake.Client.ConverseAsync(id, ConverseRequest.For("hello"))).Text);

    [Fact]
    public void Check_IdsOfEveryFamily_Pass()
    {
        Model[] known = [.. KnownModels.All.Select(known => known.Model)];
        Assert.NotEmpty(known);
        Assert.All(known, model => SimulatedCatalogue.Check(model.Id.Value, needsProfile: false));
    }

    [Fact]
    public async Task When_Id_CountsForItsProfilesAndAnExactOneWins()
    {
        _fake.When(ClaudeModels.Sonnet45).Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("any")] });
        _fake.When(ClaudeModels.Sonnet45.InProfile("eu")).Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("eu")] });
        _fake.WhenConverse(ClaudeModels.Haiku45.Id).Throw(new BedrockThrottlingException("slow down"));

        Assert.Equal("any", (await _fake.Client.InvokeAsync(ClaudeModels.Sonnet45.InProfile("us"), ClaudeRequest.For("hello"))).Text);
        Assert.Equal("eu", (await _fake.Client.InvokeAsync(ClaudeModels.Sonnet45.InProfile("eu"), ClaudeRequest.For("hello"))).Text);
        await Assert.ThrowsAsync<BedrockThrottlingException>(
            () => _fake.Client.ConverseAsync(ClaudeModels.Haiku45.InProfile("us").Id, ConverseRequest.For("hello")));
        Assert.Equal(2, _fake.Requests(ClaudeModels.Sonnet45).Count);
        Assert.Single(_fake.Requests(ClaudeModels.Sonnet45.InProfile("eu")));
        Assert.Single(_fake.ConverseRequests(ClaudeModels.Haiku45.Id));
    }

    [Fact]
    public async Task Call_NothingSetUpForIt_FailsAndListsWhatIs()
    {
        Assert.NotEmpty((await _fake.Client.ConverseAsync("amazon.nova-lite-v1:0", ConverseRequest.For("hello"))).Text);
        _fake.When(ClaudeModels.Sonnet45).Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("Yes.")] });

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(
            () => _fake.Client.ConverseAsync("amazon.nova-lite-v1:0", ConverseRequest.For("hello")));

        Assert.Contains("Converse of 'amazon.nova-lite-v1:0'", e.Message, StringComparison.Ordinal);
        Assert.Contains($"The model '{ClaudeModels.Sonnet45.Id}' by When(model)", e.Message, StringComparison.Ordinal);
        Assert.NotEmpty((await _fake.AllowUnscriptedCalls().Client.ConverseAsync("amazon.nova-lite-v1:0", ConverseRequest.For("hello"))).Text);
    }

    [Fact]
    public async Task Image_OfAnotherFormatThanDeclared_IsRefusedByEveryFamily()
    {
        _fake.When(ClaudeModels.Sonnet45).Reply(new ClaudeResponse { Content = [new ClaudeTextBlock("Yes.")] });
        string base64 = Convert.ToBase64String(SamplePng);
        string claude = """
            {"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/jpeg","data":"DATA"}},{"type":"text","text":"What?"}]}]}
            """;
        string nova = """{"messages":[{"role":"user","content":[{"image":{"format":"jpeg","source":{"bytes":"DATA"}}},{"text":"What?"}]}]}""";
        string chat = """
            {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/webp;base64,DATA"}},{"type":"text","text":"What?"}]}]}
            """;
        foreach ((string path, string body) in new[]
        {
            ("us.anthropic.claude-sonnet-4-5-20250929-v1:0/invoke", claude), ("amazon.nova-lite-v1:0/invoke", nova),
            ("amazon.nova-lite-v1:0/converse", nova), ("qwen.qwen3-vl-235b-a22b/invoke", chat),
        })
        {
            BedrockValidationException e =
                await Assert.ThrowsAsync<BedrockValidationException>(() => SendAsync(path, body.Replace("DATA", base64, StringComparison.Ordinal)));
            Assert.Contains("the image appears to be a image/png image", e.Message, StringComparison.Ordinal);
            _fake.AllowUnscriptedCalls();
            await SendAsync(path, body.Replace("DATA", base64, StringComparison.Ordinal).Replace("image/jpeg", "image/png", StringComparison.Ordinal)
                .Replace("\"jpeg\"", "\"png\"", StringComparison.Ordinal)
                .Replace("image/webp", "image/png", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Request_ThatTheServiceRefuses_IsRefusedAlthoughAnAnswerIsSetUp()
    {
        _fake.WhenConverse("amazon.nova-lite-v1:0").Reply(Yes);
        var orphan = new ConverseRequest { Messages = [Message.User("hi"), new() { Role = ConversationRole.Assistant, Content = [] }, Message.User("hi")] };

        await Assert.ThrowsAsync<BedrockValidationException>(() => SendAsync("amazon.nova-lite-v1:0/converse", BedrockJson.Serialize(orphan)));
        _fake.AllowAnyRequest();
        await SendAsync("amazon.nova-lite-v1:0/converse", BedrockJson.Serialize(orphan));
    }

    private static byte[] SamplePng { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Task SendAsync(string path, string body) => _fake.Client.SendRawAsync(new BedrockRawRequest
    {
        Operation = "Test",
        Path = $"/model/{Uri.EscapeDataString(path[..path.IndexOf('/', StringComparison.Ordinal)])}/{path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]}",
        Body = JsonSerializer.SerializeToUtf8Bytes(JsonElement.Parse(body)),
    });
}
