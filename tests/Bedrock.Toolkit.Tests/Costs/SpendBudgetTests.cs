using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Diagnostics;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Costs;

/// <summary>What tenants spend, over real calls against the simulated Bedrock.</summary>
public class SpendBudgetTests
{
    private const string Nova = "us.amazon.nova-lite-v1:0";

    // A million tokens cost a million: one for each token.
    private static readonly PriceTable OneEach = new([new ModelPrice("amazon.nova-lite-v1:0", 1_000_000, 1_000_000) { Geography = "us" }]);

    [Fact]
    public async Task Call_EndsByItsTokens_ForItsTenant()
    {
        (FakeBedrock fake, IBedrockClient client, SpendBudget budget) = Start(o => o.Limit = 1_000);
        using FakeBedrock _ = fake;

        ConverseResponse north = await client.ConverseAsync(Nova, Request("north"));
        ConverseResponse folded = await client.ConverseStreamAsync(Nova, Request("north")).ToResponseAsync();
        NovaResponse south = await client.InvokeAsync(NovaModels.Lite.InProfile("us"), NovaRequest.For("Hi"), WithTenant("south"));
        ConverseResponse nobody = await client.ConverseAsync(Nova, Request(null));

        Assert.Equal(
            [("", nobody.TokenUsage!.TotalTokens!.Value, 1L), ("north", north.TokenUsage!.TotalTokens!.Value + folded.TokenUsage!.TotalTokens!.Value, 2L),
                ("south", south.TokenUsage!.TotalTokens!.Value, 1L)],
            budget.GetStates().Select(state => (state.Tenant, (int)state.Spent, state.Calls)));
    }

    [Fact]
    public async Task Call_AfterTheLimit_IsRefusedUnsentForThatTenantAlone()
    {
        List<SpendState> told = [];
        (FakeBedrock fake, IBedrockClient client, SpendBudget budget) = Start(o =>
        {
            o.Limit = 1_000;
            o.Limits["north"] = 1;
            o.OnWarning = told.Add;
        });
        using FakeBedrock _ = fake;
        await client.ConverseAsync(Nova, Request("north"));

        BedrockBudgetExceededException refused = await Assert.ThrowsAsync<BedrockBudgetExceededException>(() => client.ConverseAsync(Nova, Request("north")));
        await Assert.ThrowsAsync<BedrockBudgetExceededException>(async () => await client.ConverseStreamAsync(Nova, Request("north")).ToResponseAsync());
        await client.ConverseAsync(Nova, Request("south"));

        Assert.Equal(["north", "south"], fake.Calls.Select(call => call.ReadConverseRequest().RequestMetadata!["tenant"]));
        Assert.Equal("north", refused.State!.Tenant);
        Assert.DoesNotContain("north", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("Converse", Nova), (refused.Operation, refused.ModelId));
        Assert.Equal("north", Assert.Single(told).Tenant);
        Assert.True(budget.GetState("north").IsSpent);
    }

    [Fact]
    public async Task OnWarning_OnceForTheShareAndOnceForTheLimit_AndItsFailureGoesNoFurther()
    {
        int warnings = 0;
        (FakeBedrock fake, IBedrockClient client, SpendBudget budget) = Start(o =>
        {
            o.Limit = 60;
            o.WarnAt = 0.01;
            o.OnlyWarns = true;
            o.OnWarning = _ =>
            {
                warnings++;
                throw new InvalidOperationException("no mail today");
            };
        });
        using FakeBedrock __ = fake;
        for (int i = 0; i < 6; i++)
        {
            await client.ConverseAsync(Nova, Request("north"));
        }

        Assert.True(budget.GetState("north").IsSpent);
        Assert.Equal(2, warnings);
    }

    [Fact]
    public async Task Period_Over_BeginsAnew()
    {
        var time = new FakeTimeProvider();
        (FakeBedrock fake, IBedrockClient client, SpendBudget budget) = Start(o =>
        {
            o.Limit = 1;
            o.Period = TimeSpan.FromDays(1);
            o.TimeProvider = time;
        });
        using FakeBedrock _ = fake;
        await client.ConverseAsync(Nova, Request("north"));
        time.Advance(TimeSpan.FromHours(23));
        await Assert.ThrowsAsync<BedrockBudgetExceededException>(() => client.ConverseAsync(Nova, Request("north")));

        time.Advance(TimeSpan.FromHours(1));
        await client.ConverseAsync(Nova, Request("north"));

        Assert.Equal(1, budget.GetState("north").Calls);
    }

    [Fact]
    public async Task Stream_LeftBeforeItsEnd_CountsAGuessOfItsInput()
    {
        (FakeBedrock fake, IBedrockClient client, SpendBudget budget) = Start(o => o.Limit = 1_000_000);
        using FakeBedrock _ = fake;
        await foreach (ConverseStreamEvent part in client.ConverseStreamAsync(Nova, Request("north")))
        {
            break;
        }

        Assert.InRange(budget.GetState("north").Spent, 20, 200);
    }

    [Fact]
    public async Task Model_WithoutPrice_IsCountedAsUnpriced()
    {
        (FakeBedrock fake, IBedrockClient client, SpendBudget budget) = Start(o => o.Limit = 1);
        using FakeBedrock _ = fake;

        await client.ConverseAsync("us.amazon.nova-pro-v1:0", Request("north"));

        SpendState state = budget.GetState("north");
        Assert.Equal((0, 1, 1), (state.Spent, state.Calls, state.UnpricedCalls));
    }

    [Fact]
    public async Task Tier_OfTheAnswer_Costs()
    {
        (FakeBedrock fake, IBedrockClient client, SpendBudget budget) = Start(o => o.Limit = 1_000_000);
        using FakeBedrock _ = fake;
        var answer = new ConverseResponse
        {
            Output = new MessageOutput(Message.Assistant("Yes.")), StopReason = StopReason.EndTurn, ServiceTier = BedrockServiceTier.Flex,
            Usage = new TokenUsage { InputTokens = 60, OutputTokens = 40, TotalTokens = 100 },
        };
        fake.WhenConverse(Nova).Reply(answer);

        ConverseResponse reply = await client.ConverseAsync(Nova, Request("unary"));
        await client.ConverseStreamAsync(Nova, Request("stream")).ToResponseAsync();

        Assert.Equal(50, budget.GetState("unary").Spent);
        Assert.Equal(50, budget.GetState("stream").Spent);
        Assert.Equal(50, OneEach.CostOf(Nova, reply)?.Total);
    }

    [Fact]
    public void Charge_FromElsewhere_Counts()
    {
        var budget = new SpendBudget(new SpendBudgetOptions { Prices = OneEach, Limit = 10 });

        budget.Charge("north", 9.5m);

        Assert.Equal(9.5m, budget.GetState("north").Spent);
        Assert.Throws<ArgumentOutOfRangeException>(() => budget.Charge("north", -1));
    }

    [Fact]
    public void Constructor_FaultyOptions_NamesThemAll()
    {
        BedrockConfigurationException e = Assert.Throws<BedrockConfigurationException>(
            () => new SpendBudget(new SpendBudgetOptions { WarnAt = 2, Period = TimeSpan.Zero, TenantKey = " ", Limits = { ["a"] = 0 } }));

        Assert.Equal(["Prices", "Limit", "Limits", "TenantKey", "WarnAt", "Period"], e.Failures.Select(failure => failure.Split(' ')[0]));
    }

    [Fact]
    public async Task AddSpendBudget_Host_SharesOneBudgetAndItsPrices()
    {
        using var fake = new FakeBedrock();
        var services = new ServiceCollection();
        services.AddBedrock().AddSpendBudget(o => (o.Prices, o.Limit) = (OneEach, 1_000)).UseFake(fake);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IBedrockClient>().ConverseAsync(Nova, Request("north"));

        Assert.Equal(1, provider.GetRequiredService<SpendBudget>().GetState("north").Calls);
    }

    private static (FakeBedrock Fake, IBedrockClient Client, SpendBudget Budget) Start(Action<SpendBudgetOptions> configure)
    {
        var options = new SpendBudgetOptions { Prices = OneEach };
        configure(options);
        var budget = new SpendBudget(options);
        var fake = new FakeBedrock();
        return (fake, ((IBedrockClient)fake.Client).WithOptions(o => o.SpendBudget = budget), budget);
    }

    private static ConverseRequest Request(string? tenant)
    {
        ConverseRequest request = ConverseRequest.For("Why is the sky blue?");
        if (tenant is not null)
        {
            request.RequestMetadata = new Dictionary<string, string> { ["tenant"] = tenant };
        }

        return request;
    }

    private static InvokeOptions WithTenant(string tenant)
    {
        var options = new InvokeOptions();
        options.RequestMetadata["tenant"] = tenant;
        return options;
    }
}

/// <summary>Costs in spans and metrics. Alone, because a listener hears the calls of every test.</summary>
[Collection(AloneCollection.Name)]
public class CostTelemetryTests
{
    [Fact]
    public async Task Prices_OnTheClient_AreInSpanAndMetric()
    {
        using var recorder = new TelemetryRecorder();
        using var fake = new FakeBedrock();
        IBedrockClient client = ((IBedrockClient)fake.Client)
            .WithOptions(o => o.Prices = new PriceTable([new ModelPrice("amazon.nova-lite-v1:0", 2_000_000, 1_000_000)], "EUR"));

        ConverseResponse reply = await client.ConverseAsync("amazon.nova-lite-v1:0", ConverseRequest.For("Hi"));
        await fake.Client.ConverseAsync("amazon.nova-lite-v1:0", ConverseRequest.For("Hi"));

        double cost = (2 * reply.TokenUsage!.InputTokens!.Value) + reply.TokenUsage.OutputTokens!.Value;
        Assert.Equal([cost, null], recorder.Spans.Select(span => span.GetTagItem("bedrock.cost")));
        Assert.Equal("EUR", recorder.Spans[0].GetTagItem("bedrock.cost.currency"));
        Assert.Equal(cost, recorder.Sum("bedrock.client.cost", "bedrock.cost.currency", "EUR"));
    }
}
