using System.Globalization;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>What the application around the client does to it.</summary>
public class HostFaultTests
{
    [Fact]
    public async Task InvokeAsync_LoggerThatThrows_DoesNotAffectTheCall()
    {
        using var log = new BrokenLog();
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null), _ => Answers.Json("""{"text":"a"}"""),
            _ => Answers.Error(400, "ValidationException"));
        using BedrockClient client = TestClient.Over(handler, o => o.LoggerFactory = log);

        Assert.Equal("a", (await client.InvokeAsync(Echo.Model, Echo.Request())).Text);
        await Assert.ThrowsAsync<BedrockValidationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.InRange(log.Lines, 3, 50);
    }

    [Fact]
    public async Task InvokeAsync_CultureWithOtherNumbersAndDates_SendsTheSameBytes()
    {
        SentRequest[] invariant = await SendAsync(CultureInfo.InvariantCulture);
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "minus";
        culture.DateTimeFormat.DateSeparator = "!";
        culture.DateTimeFormat.TimeSeparator = "?";
        culture.DateTimeFormat.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized);
        culture.DateTimeFormat.AbbreviatedDayNames = ["a", "b", "c", "d", "e", "f", "g"];
        culture.DateTimeFormat.AbbreviatedMonthNames = ["1a", "2a", "3a", "4a", "5a", "6a", "7a", "8a", "9a", "10a", "11a", "12a", ""];

        SentRequest[] other = await SendAsync(culture);

        for (int i = 0; i < invariant.Length; i++)
        {
            Assert.Equal(invariant[i].Text, other[i].Text);
            Assert.Equal(invariant[i].Uri, other[i].Uri);
            foreach (string name in invariant[i].Headers.Keys.Except(["amz-sdk-invocation-id", "Authorization"])) Assert.Equal(invariant[i].Header(name),
                other[i].Header(name));
            Assert.Equal(Signed.Again(other[i], TestClient.AccessKey, TestClient.SecretKey, "us-east-1"), other[i].Header("Authorization"));
        }

        Assert.Contains("-1.5", other[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "arn:aws:bedrock:us-east-1:***:provisioned-model/abc")]
    [InlineData(false, "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc")]
    public async Task InvokeAsync_AccountIds_AreLoggedOnlyWhenAllowed(bool hide, string expected)
    {
        using var log = new BrokenLog(isBroken: false);
        using var handler = new ScriptedHandler(_ => Answers.Error(503, null), _ => Answers.Json("{}"), _ => Answers.Error(400, null));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.LoggerFactory = log;
            o.HideAccountIds = hide;
        });
        Model<EchoRequest, EchoResponse> model = Echo.Model.WithId("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc");

        await client.InvokeAsync(model, Echo.Request());
        await Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(model, Echo.Request()));

        Assert.Contains(log.Texts, t => t.Contains(expected, StringComparison.Ordinal));
        Assert.Equal(!hide, log.Texts.Any(t => t.Contains("123456789012", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task InvokeAsync_ArnOfAnotherRegion_IsRefusedBeforeSending()
    {
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);
        Model<EchoRequest, EchoResponse> model = Echo.Model.WithId("arn:aws:bedrock:eu-west-1:123456789012:provisioned-model/abc");

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>("model", () => client.InvokeAsync(model, Echo.Request()));

        Assert.Contains("eu-west-1", e.Message, StringComparison.Ordinal);
        Assert.Contains("us-east-1", e.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    private static async Task<SentRequest[]> SendAsync(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var time = new ManualClock(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
            using var handler = new ScriptedHandler(
                _ => Answers.Error(503, null, "x", ("Date", "Fri, 02 Jan 2026 03:14:05 GMT"), ("Retry-After", "Fri, 02 Jan 2026 03:14:07 GMT")),
                _ => Answers.Json("""{"count":3.0}"""));
            using BedrockClient client = TestClient.Over(handler, o =>
            {
                o.TimeProvider = time;
                o.OverallTimeout = TimeSpan.FromMinutes(1);
            });
            await client.InvokeAsync(Echo.Model, new EchoRequest { Prompt = "i I ı İ", Temperature = -1.5 },
                new InvokeOptions { RequestMetadata = { ["a"] = "secret-metadata" } });
            return [.. handler.Sent];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private sealed class BrokenLog(bool isBroken = true) : ILoggerFactory, ILogger
    {
        public int Lines { get; private set; }

        public List<string> Texts { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new InvalidOperationException("broken");

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Debug && isBroken ? throw new InvalidOperationException("broken") : true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines++;
            Texts.Add(formatter(state, exception));
            if (isBroken) throw new InvalidOperationException("broken");
        }

        public void Dispose()
        {
        }
    }
}
