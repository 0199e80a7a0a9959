using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>What a test sees of the calls, what it can say of them, and what they cost.</summary>
public sealed class RecordedCallTests : IDisposable
{
    private readonly FakeBedrock _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task ReadRequest_OfItsOperation_IsTyped()
    {
        await _fake.Client.ConverseAsync(NovaModels.Lite, "When does the tide turn?");
        await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt());

        Assert.Equal("When does the tide turn?", _fake.Calls[0].ReadConverseRequest().Messages[0].Text);
        Assert.Equal("Why is the sky blue?", _fake.Calls[1].ReadRequest(TestModels.Text).InputText);
        Assert.Throws<InvalidOperationException>(() => _fake.Calls[1].ReadConverseRequest());
        Assert.Throws<InvalidOperationException>(() => _fake.Calls[0].ReadRequest(TestModels.Text));
    }

    [Fact]
    public async Task AssertBody_Differs_NamesTheMemberAndShowsValuesWhenAsked()
    {
        await _fake.Client.ConverseAsync(NovaModels.Lite, "When does the tide turn?");
        RecordedCall call = _fake.Calls[0];

        call.AssertBody("""{"messages":[{"content":[{"text":"When does the tide turn?"}],"role":"user"}]}""");
        call.AssertRequest(ConverseRequest.For("When does the tide turn?"));
        BedrockAssertionException e = Assert.Throws<BedrockAssertionException>(() => call.AssertRequest(ConverseRequest.For("Who?")));
        Assert.Contains("body.messages[0].content[0].text: a text of 4 characters in what is expected, a text of 24 characters in the call", e.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("tide", e.Message, StringComparison.Ordinal);
        e = Assert.Throws<BedrockAssertionException>(() => call.AssertRequest(ConverseRequest.For("Who?"), showsValues: true));
        Assert.Contains("\"Who?\" in what is expected, \"When does the tide turn?\" in the call", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssertHeader_Differs_SaysHow()
    {
        await _fake.Client.ConverseAsync(NovaModels.Lite, "Hello");
        RecordedCall call = _fake.Calls[0];

        call.AssertHeader("content-type", "application/json");
        call.AssertHeader("x-nothing", null);
        Assert.Contains("is missing", Assert.Throws<BedrockAssertionException>(() => call.AssertHeader("x-nothing", "1")).Message, StringComparison.Ordinal);
        Assert.Contains("+ application/json",
            Assert.Throws<BedrockAssertionException>(() => call.AssertHeader("Content-Type", "text/plain", showsValues: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssertCalls_OtherOrder_ShowsBothListsLineByLine()
    {
        await _fake.Client.ConverseAsync(NovaModels.Lite, "Hello");
        await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt());

        _fake.AssertCalls("Converse amazon.nova-lite-v1:0", "InvokeModel amazon.titan-text-premier-v1:0");
        BedrockAssertionException e = Assert.Throws<BedrockAssertionException>(
            () => _fake.AssertCalls("Converse amazon.nova-pro-v1:0", "InvokeModel amazon.titan-text-premier-v1:0", "CountTokens x"));
        Assert.Equal(
            """
            3 calls are expected, 2 came:
            - Converse amazon.nova-pro-v1:0
            + Converse amazon.nova-lite-v1:0
              InvokeModel amazon.titan-text-premier-v1:0
            - CountTokens x
            """.ReplaceLineEndings("\n"),
            e.Message);
    }

    [Fact]
    public async Task KeepCalls_Limit_KeepsTheNewest()
    {
        _fake.KeepCalls(2);
        foreach (string prompt in (string[])["one", "two", "three"]) await _fake.Client.ConverseAsync(NovaModels.Lite, prompt);

        Assert.Equal(["two", "three"], _fake.ConverseRequests(NovaModels.Lite).Select(request => request.Messages[0].Text));
        Assert.Empty(_fake.ClearCalls().Calls);
        await _fake.KeepCalls(0).Client.ConverseAsync(NovaModels.Lite, "four");
        Assert.Empty(_fake.Calls);
    }

    [Fact]
    public void ToPayloadJson_Request_IsWhatIsSent()
    {
        var request = ConverseRequest.For("Hé?");
        Assert.Equal("{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hé?\"}]}]}", request.ToPayloadJson(indented: false));
        Assert.StartsWith("{\n  \"messages\": [\n", request.ToPayloadJson(), StringComparison.Ordinal);
        Assert.Equal("{\"inputText\":\"Why is the sky blue?\"}", TestModels.Text.PayloadJsonOf(TestModels.Prompt(), indented: false));
    }

    [Fact]
    public async Task Tokens_OfTheLastAnswer_AreToldWhereTheServiceTellsThem()
    {
        _fake.When(TestModels.Text).Reply(new TestModels.TextResponse()).Tokens(12, 34).Stream(TestModels.Events("One", "Two")).Tokens(5, 6);
        _fake.WhenConverse(NovaModels.Lite).Reply("Yes.").Tokens(7, 8);

        BedrockResponseMetadata whole = (await _fake.Client.InvokeAsync(TestModels.Text, TestModels.Prompt())).Metadata!;
        var stream = _fake.Client.StreamAsync(TestModels.Text, TestModels.Prompt());
        await foreach (TestModels.TextEvent _ in stream) { }
        ConverseResponse converse = await _fake.Client.ConverseAsync(NovaModels.Lite, "Hello");
        ConverseResponse streamed = await _fake.Client.ConverseStreamAsync(NovaModels.Lite, "Hello").ToResponseAsync();

        Assert.Equal((12, 34), (whole.InputTokens, whole.OutputTokens));
        Assert.Equal((5, 6), (stream.Metadata!.InputTokens, stream.Metadata.OutputTokens));
        Assert.Equal((7, 8, 15), (converse.Usage!.InputTokens, converse.Usage.OutputTokens, converse.Usage.TotalTokens));
        Assert.Equal((7, 8), (streamed.Usage!.InputTokens, streamed.Usage.OutputTokens));
        Assert.Equal([(12, 34), (5, 6), (7, 8), (7, 8)], _fake.Calls.Select(call => (call.InputTokens, call.OutputTokens)));
        Assert.Equal(((31 * 3m) + (56 * 15m)) / 1_000_000, _fake.Calls.Cost(inputPerMillion: 3, outputPerMillion: 15));
    }

    [Fact]
    public async Task Cost_AnswersWithoutCounts_IsNothing()
    {
        _fake.WhenConverse(NovaModels.Lite).Reply("One, two, three, four, five, six.").Tokens(7, 8).Fault(BedrockFault.TruncatedStream(2))
            .Throw(new BedrockThrottlingException("slow down")).Fault(BedrockFault.MalformedJson);

        await _fake.Client.ConverseAsync(NovaModels.Lite, "Hello");
        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => _fake.Client.ConverseStreamAsync(NovaModels.Lite, "Hello").ToResponseAsync());
        await Assert.ThrowsAsync<BedrockThrottlingException>(() => _fake.Client.ConverseAsync(NovaModels.Lite, "Hello"));
        await Assert.ThrowsAsync<BedrockProtocolException>(() => _fake.Client.ConverseAsync(NovaModels.Lite, "Hello"));

        Assert.Equal([7, null, null, null], _fake.Calls.Select(call => call.InputTokens));
        Assert.Equal(0.000015m, _fake.Calls.Cost(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _fake.Calls.Cost(1, -1));
    }

    [Fact]
    public void Tokens_NothingQueued_SaysWhatToDo() =>
        Assert.Contains("Reply(response)", Assert.Throws<InvalidOperationException>(() => _fake.When(TestModels.Text).Tokens(1, 1)).Message, StringComparison.Ordinal);
}
