using System.Net;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Failover;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Failover;

public sealed class BedrockFailoverTests
{
    private const string Model = "amazon.nova-lite-v1:0";

    [Theory]
    [InlineData(429, "ThrottlingException", true)]
    [InlineData(503, "ServiceUnavailableException", true)]
    [InlineData(403, "AccessDeniedException", true)]
    [InlineData(404, "ResourceNotFoundException", true)]
    [InlineData(400, "ValidationException", false)]
    public async Task CallAsync_FirstPlaceFails_GoesOnByTheKind(int status, string code, bool goesOn)
    {
        var first = new ScriptedHandler(_ => Answers.Error(status, code));
        var second = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient one = TestClient.Over(first, Once), two = TestClient.Over(second, Once);
        var failover = new BedrockFailover(new BedrockPlace("a", one), new BedrockPlace("b", two));

        Task<BedrockRawResponse> asking = failover.SendRawAsync(BedrockRawRequest.InvokeModel(Model, "{}"u8.ToArray()));

        if (goesOn)
        {
            await asking;
        }
        else
        {
            await Assert.ThrowsAsync<BedrockValidationException>(() => asking);
        }

        Assert.Equal(goesOn ? 1 : 0, second.Sent.Count);
    }

    [Fact]
    public async Task CallAsync_EveryPlaceFails_ThrowsTheLastFailureWithItsPlace()
    {
        using BedrockClient one = TestClient.Over(new ScriptedHandler(_ => Answers.Error(503, "ServiceUnavailableException")), Once);
        using BedrockClient two = TestClient.Over(new ScriptedHandler(_ => Answers.Error(429, "ThrottlingException")), Once);
        var failover = new BedrockFailover(new BedrockPlace("a", one), new BedrockPlace("b", two));

        BedrockThrottlingException e = await Assert.ThrowsAsync<BedrockThrottlingException>(
            () => failover.SendRawAsync(BedrockRawRequest.InvokeModel(Model, "{}"u8.ToArray())));

        Assert.Equal("b", e.Data["Bedrock.Place"]);
        Assert.All(failover.Places, place => Assert.NotNull(place.PausedUntil));
    }

    [Fact]
    public async Task CallAsync_PlaceOfAnotherModel_IsCalledByItsId()
    {
        var second = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient one = TestClient.Over(new ScriptedHandler(_ => Answers.Error(503, "ServiceUnavailableException")), Once);
        using BedrockClient two = TestClient.Over(second, Once);
        var failover = new BedrockFailover(new BedrockPlace("us", one), new BedrockPlace("eu", two) { Model = "eu.amazon.nova-lite-v1:0" });

        await failover.SendRawAsync(BedrockRawRequest.InvokeModel("us.amazon.nova-lite-v1:0", "{}"u8.ToArray()));

        Assert.Equal("/model/eu.amazon.nova-lite-v1%3A0/invoke", Assert.Single(second.Sent).Uri.AbsolutePath);
    }

    [Fact]
    public async Task For_Conversation_StaysWhereItWentUntilItsCacheHasEnded()
    {
        var clock = new FakeTimeProvider();
        using var first = new FakeBedrock(options => options.TimeProvider = clock);
        using var second = new FakeBedrock(options => options.TimeProvider = clock);
        first.FaultNext(1, BedrockFault.ServiceUnavailable);
        var failover = new BedrockFailover(
            [new BedrockPlace("a", first.Client), new BedrockPlace("b", second.Client)], new BedrockFailoverOptions { TimeProvider = clock });
        IBedrockClient conversation = failover.For("of a customer");

        await conversation.ConverseAsync(Model, "one");
        clock.Advance(TimeSpan.FromMinutes(4));
        await conversation.ConverseAsync(Model, "two");
        await failover.For("of another").ConverseAsync(Model, "three");
        clock.Advance(TimeSpan.FromMinutes(6));
        await conversation.ConverseAsync(Model, "four");

        Assert.Equal(2, second.Calls.Count);
        Assert.Equal(3, first.Calls.Count);
    }

    [Fact]
    public async Task CallAsync_BrokenConnectionAndNoBudget_IsNotAskedTwice()
    {
        var second = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient one = TestClient.Over(new ScriptedHandler(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken")), Once);
        using BedrockClient two = TestClient.Over(second, Once);
        var failover = new BedrockFailover([new BedrockPlace("a", one), new BedrockPlace("b", two)], new BedrockFailoverOptions { MaxDoubledCalls = 0 });

        await Assert.ThrowsAsync<BedrockConnectionException>(() => failover.SendRawAsync(BedrockRawRequest.InvokeModel(Model, "{}"u8.ToArray())));

        Assert.Empty(second.Sent);
    }

    [Fact]
    public async Task CallStreamAsync_FirstPlaceFailsBeforeItsFirstEvent_GoesOn()
    {
        using var first = new FakeBedrock();
        using var second = new FakeBedrock();
        first.FaultNext(1, BedrockFault.Throttling);
        var failover = new BedrockFailover(new BedrockPlace("a", first.Client), new BedrockPlace("b", second.Client));

        ConverseResponse answer = await failover.ConverseStreamAsync(Model, "Is pier 3 free?").ToResponseAsync();

        Assert.Contains("Is pier 3 free?", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Metadata);
        Assert.Single(second.Calls);
    }

    [Fact]
    public async Task CallStreamAsync_FailsInsideTheStream_DoesNotBeginAnew()
    {
        using var first = new FakeBedrock();
        using var second = new FakeBedrock();
        first.FaultNext(1, BedrockFault.ConnectionReset(3));
        var failover = new BedrockFailover(new BedrockPlace("a", first.Client), new BedrockPlace("b", second.Client));

        await Assert.ThrowsAnyAsync<BedrockException>(() => failover.ConverseStreamAsync(Model, "Is pier 3 free?").ToResponseAsync());

        Assert.Empty(second.Calls);
    }

    [Fact]
    public async Task CallAsync_SilentForLonger_IsHedged()
    {
        var clock = new FakeTimeProvider();
        var first = new ScriptedHandler().ThenSilence();
        var second = new ScriptedHandler(_ => Answers.Json("""{"place":2}"""));
        using BedrockClient one = TestClient.Over(first, Once), two = TestClient.Over(second, Once);
        var failover = new BedrockFailover([new BedrockPlace("a", one), new BedrockPlace("b", two)],
            new BedrockFailoverOptions { TimeProvider = clock, HedgeAfter = TimeSpan.FromSeconds(2) });

        Task<BedrockRawResponse> asking = failover.SendRawAsync(BedrockRawRequest.InvokeModel(Model, "{}"u8.ToArray()));
        await first.Entered;
        Assert.Empty(second.Sent);
        clock.Advance(TimeSpan.FromSeconds(2));
        BedrockRawResponse answer = await asking;

        Assert.Equal("""{"place":2}""", System.Text.Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Single(second.Sent);
    }

    [Fact]
    public void Failover_NameTwice_IsRefused()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(), Once);

        Assert.Throws<ArgumentException>(() => new BedrockFailover(new BedrockPlace("a", client), new BedrockPlace("a", client)));
    }

    private static void Once(BedrockClientOptions options) => options.MaxAttempts = 1;
}
