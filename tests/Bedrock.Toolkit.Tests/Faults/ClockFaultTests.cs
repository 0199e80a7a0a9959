using System.Globalization;
using Amazon.Runtime;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Tests.Testing;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>Clocks that are wrong, and clocks that jump.</summary>
public class ClockFaultTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task InvokeAsync_ClockOffByTenMinutes_IsCorrectedAfterOneRefusalForAllThreads(int minutes)
    {
        await using BedrockServer server = await BedrockServer.StartAsync(GeneratedKeys.Create(), new ManualClock(Now.AddMinutes(minutes)), 0, default);
        using BedrockClient client = Client(server, new ManualClock(Now));

        TestModels.TextResponse[] first =
            await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => client.InvokeAsync(TestModels.Text, TestModels.Prompt()))));
        TestModels.TextResponse later = await client.InvokeAsync(TestModels.Text, TestModels.Prompt());

        Assert.All(first, r => Assert.InRange(r.Metadata!.Attempts, 1, 2));
        Assert.Contains(first, r => r.Metadata!.Attempts == 2);
        Assert.Equal(1, later.Metadata!.Attempts);
        Assert.Equal(minutes, (await client.Transport.GetRouteAsync(default)).Skew.Current.TotalMinutes, 0.1);
    }

    [Fact]
    public async Task InvokeAsync_AccessDeniedWithASmallSkew_IsNotRepeated()
    {
        using var handler = new ScriptedHandler(_ => Refused(Now.AddMinutes(3)));
        using BedrockClient client = TestClient.Over(handler);

        BedrockAccessDeniedException e = await Assert.ThrowsAsync<BedrockAccessDeniedException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(1, e.Attempts);
    }

    [Fact]
    public async Task InvokeAsync_AccessDeniedUnderACorrectedClock_IsNotRepeated()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}", Date(Now.AddMinutes(10))), _ => Refused(Now.AddMinutes(10)));
        using BedrockClient client = TestClient.Over(handler);
        await client.InvokeAsync(Echo.Model, Echo.Request());

        // The signature was made for the server's time already: it is not the clock.
        await Assert.ThrowsAsync<BedrockAccessDeniedException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal("20260102T031405Z", handler.Sent[1].Header("x-amz-date"));
        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task InvokeAsync_ApiKeyRefused_IsNoMatterOfTheClock()
    {
        using var handler = new ScriptedHandler(_ => Refused(Now.AddHours(1)));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.Credentials = null;
            o.ApiKey = "the-key";
        });

        await Assert.ThrowsAsync<BedrockAccessDeniedException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData("Thu, 01 Jan 9999 00:00:00 GMT")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task InvokeAsync_DateThatCannotBe_IsPassedOver(string date)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}", ("Date", date)), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);

        await client.InvokeAsync(Echo.Model, Echo.Request());
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal("20260102T030405Z", handler.Sent[1].Header("x-amz-date"));
    }

    [Fact]
    public async Task InvokeAsync_CorrectionOff_KeepsTheOwnClock()
    {
        using var handler = new ScriptedHandler(_ => Answers.Error(403, "RequestTimeTooSkewed", "x", Date(Now.AddMinutes(10))), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => o.DisableClockSkewCorrection = true);

        await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.All(handler.Sent, s => Assert.Equal("20260102T030405Z", s.Header("x-amz-date")));
    }

    [Fact]
    public async Task InvokeAsync_WallClockJumpsInTheBackOff_ChangesNeitherDelayNorLimit()
    {
        var time = new ManualClock(Now);
        using var handler = new ScriptedHandler(
            _ =>
            {
                time.Jump = TimeSpan.FromDays(1);
                return Answers.Error(503, null, "x", ("x-amz-retry-after", "2000"));
            },
            _ =>
            {
                time.Jump = TimeSpan.FromDays(-1);
                return Answers.Error(503, null);
            },
            _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.TimeProvider = time;
            o.OverallTimeout = TimeSpan.FromMinutes(1);
        });

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal(3, response.Metadata!.Attempts);
        Assert.Equal(["20260102T030405Z", "20260103T030405Z", "20260101T030405Z"], handler.Sent.Select(s => s.Header("x-amz-date")));
    }

    private static BedrockClient Client(BedrockServer server, TimeProvider time) => new(new BedrockClientOptions
    {
        Credentials = server.Credentials, Region = server.Region, ServiceUrl = server.Url, TimeProvider = time, LoggerFactory = TraceLog.Shared,
    });

    private static HttpResponseMessage Refused(DateTimeOffset serverTime) => Answers.Error(403, "AccessDeniedException", "x", Date(serverTime));

    private static (string, string) Date(DateTimeOffset moment) => ("Date", moment.ToString("R", CultureInfo.InvariantCulture));
}
