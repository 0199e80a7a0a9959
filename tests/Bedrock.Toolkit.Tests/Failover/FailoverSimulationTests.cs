using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Bedrock.Toolkit.Failover;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace Bedrock.Toolkit.Tests.Failover;

/// <summary>Ten thousand conversations over three places with outages, quotas and broken connections, on virtual time.</summary>
public sealed class FailoverSimulationTests(ITestOutputHelper output)
{
    private const int Conversations = 10_000;
    private const int Turns = 3;
    private const int MaxDoubled = 50;

    [Fact]
    public async Task Failover_OutagesAndQuotas_LosesNothingAndKeepsAffinity()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
        DateTimeOffset start = clock.GetUtcNow();
        var chance = new SeededChance(20_261_127);
        SimulatedPlace[] places = [.. Enumerable.Range(0, 3).Select(index => new SimulatedPlace(clock, start, index, chance))];
        BedrockClient[] clients = [.. places.Select(place => TestClient.Over(place, options =>
        {
            options.MaxAttempts = 1;
            options.TimeProvider = clock;
        }))];
        var failover = new BedrockFailover(
            [.. places.Select((place, index) => new BedrockPlace("place " + index, clients[index]))],
            new BedrockFailoverOptions { TimeProvider = clock, MaxDoubledCalls = MaxDoubled });
        var home = new int[Conversations];
        Array.Fill(home, -1);
        int lost = 0, kept = 0, keepable = 0, answered = 0;

        foreach (int conversation in Order(chance))
        {
            clock.Advance(TimeSpan.FromMilliseconds(5));
            int before = home[conversation];
            bool couldStay = before >= 0 && places[before].IsUp;
            string turn = $"{conversation}:{answered}";
            try
            {
                BedrockRawResponse response = await failover.For("c" + conversation).SendRawAsync(
                    BedrockRawRequest.InvokeModel("amazon.nova-lite-v1:0", Encoding.UTF8.GetBytes($$"""{"turn":"{{turn}}"}""")));
                home[conversation] = Encoding.UTF8.GetString(response.Body.Span)[^2] - '0';
                answered++;
            }
            catch (BedrockException)
            {
                lost++;
            }

            keepable += couldStay ? 1 : 0;
            kept += couldStay && home[conversation] == before ? 1 : 0;
        }

        int asked = places.SelectMany(place => place.Worked).Sum(pair => pair.Value);
        int doubled = asked - answered;
        double affinity = (double)kept / keepable;
        output.WriteLine($"{answered} answers, {lost} lost, {doubled} calls doubled, affinity {affinity:P2} of {keepable} turns, "
            + $"{places.Sum(place => place.Refusals)} refusals");
        Assert.Equal(0, lost);
        Assert.Equal(Conversations * Turns, answered);
        Assert.Equal(places.Sum(place => place.Broken), doubled);
        Assert.InRange(doubled, 1, MaxDoubled + (int)(answered * 0.1));
        Assert.True(affinity >= 0.95, $"affinity {affinity:P2} of {keepable} turns");
        Assert.All(places, place => Assert.True(place.Refusals > 0, "every place had an outage or a full quota"));
        Assert.Equal(Conversations * Turns, failover.Places.Sum(place => place.Calls - place.Failures));
        foreach (BedrockClient client in clients) client.Dispose();
    }

    // Each conversation its turns, a few hundred of them at a time.
    private static IEnumerable<int> Order(SeededChance chance)
    {
        const int AtATime = 400;
        List<(int Conversation, int Left)> open = [];
        int next = 0;
        while (next < Conversations || open.Count > 0)
        {
            while (open.Count < AtATime && next < Conversations) open.Add((next++, Turns));
            int at = (int)(chance.Next() * open.Count);
            (int conversation, int left) = open[at];
            if (left > 1)
            {
                open[at] = (conversation, left - 1);
            }
            else
            {
                open.RemoveAt(at);
            }

            yield return conversation;
        }
    }

    private sealed class SeededChance(uint seed)
    {
        private uint _state = seed;

        public double Next()
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return _state / (double)uint.MaxValue * 0.999999;
        }
    }

    private sealed class SimulatedPlace(TimeProvider clock, DateTimeOffset start, int index, SeededChance chance) : HttpMessageHandler
    {
        private const int PerSecond = 150;
        private long _second = -1;
        private int _taken;

        public ConcurrentDictionary<string, int> Worked { get; } = new();

        public int Broken { get; private set; }

        public int Refusals { get; private set; }

        /// <summary>Whether it would take a call now.</summary>
        public bool IsUp => !IsOut && (Second != _second || _taken < PerSecond);

        // Ten seconds out of sixty, one place after the other.
        private bool IsOut => (Second + 60 - (20 * index)) % 60 < 10 && Second >= 5;

        private long Second => (long)(clock.GetUtcNow() - start).TotalSeconds;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsOut)
            {
                Refusals++;
                return Answers.Error(503, "ServiceUnavailableException");
            }

            if (Second != _second) (_second, _taken) = (Second, 0);
            if (++_taken > PerSecond)
            {
                Refusals++;
                return Answers.Error(429, "ThrottlingException", headers: ("Retry-After", "1"));
            }

            string body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Worked.AddOrUpdate(body, 1, static (_, count) => count + 1);
            if (chance.Next() < 0.001)
            {
                Broken++;
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken");
            }

            return Answers.Json($$"""{"place":{{index}}}""");
        }
    }
}
