using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Costs;

/// <summary>Which price is found, and what a call costs.</summary>
public class PriceTableTests
{
    private static readonly PriceTable Table = new(
    [
        new ModelPrice("anthropic.claude-x", 3, 15) { CacheRead = 0.3m, CacheWrite = 3.75m, LongFrom = 200_000, LongInput = 6, LongOutput = 22.5m },
        new ModelPrice("anthropic.claude-x", 3.3m, 16.5m) { Geography = "us" },
        new ModelPrice("arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/abc", 1, 2),
    ]);

    [Theory]
    [InlineData("anthropic.claude-x", "3")]
    [InlineData("us.anthropic.claude-x", "3.3")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-x", "3.3")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x", "3")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/abc", "1")]
    [InlineData("eu.anthropic.claude-x", null)]
    [InlineData("anthropic.claude-y", null)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc", null)]
    public void Find_Id_IsThePriceOfItsGeographyOrNone(string id, string? input) =>
        Assert.Equal(input, Table.Find(id)?.Input.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null, false, "18.33")]
    [InlineData("default", false, "18.33")]
    [InlineData("flex", false, "9.165")]
    [InlineData("priority", false, "32.0775")]
    [InlineData(null, true, "9.165")]
    [InlineData("flex", true, "9.165")]
    [InlineData("reserved", false, null)]
    public void CostOf_Tier_MultipliesTheSumOfAllKinds(string? tier, bool isBatch, string? total)
    {
        // 0.1 million at 3, 1.2 million at 15, and 0.1 million at 0.3.
        var usage = new TokenUsage { InputTokens = 100_000, OutputTokens = 1_200_000, CacheReadInputTokens = 100_000 };

        CallCost? cost = Table.CostOf("anthropic.claude-x", usage, tier is null ? default(BedrockServiceTier?) : new BedrockServiceTier(tier), isBatch);

        Assert.Equal(total, cost?.Total.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void CostOf_CacheWrites_ByTheirLife()
    {
        var usage = new TokenUsage
        {
            CacheWriteInputTokens = 100_000,
            CacheDetails = [new CacheDetail { Ttl = CacheTtl.OneHour, InputTokens = 40_000 },
                new CacheDetail { Ttl = CacheTtl.FiveMinutes, InputTokens = 60_000 }],
        };

        Assert.Equal((0.06m * 3.75m) + (0.04m * 6), Table.CostOf("anthropic.claude-x", usage)?.CacheWrite);
        Assert.Equal(0.1m * 3.75m, Table.CostOf("anthropic.claude-x", new TokenUsage { CacheWriteInputTokens = 100_000 })?.CacheWrite);

        // No price of its own: as input.
        Assert.Equal(0.1m * 3.3m, Table.CostOf("us.anthropic.claude-x", new TokenUsage { CacheReadInputTokens = 100_000 })?.CacheRead);
    }

    [Fact]
    public void CostOf_LongInput_RaisesAllOfTheCall()
    {
        var usage = new TokenUsage { InputTokens = 150_000, CacheReadInputTokens = 50_001, OutputTokens = 1_000 };

        CallCost cost = Assert.NotNull(Table.CostOf("anthropic.claude-x", usage));

        Assert.Equal((0.15m * 6, 0.050001m * 0.6m, 0.001m * 22.5m), (cost.Input, cost.CacheRead, cost.Output));
        usage.CacheReadInputTokens = 50_000;
        Assert.Equal(0.15m * 3, Table.CostOf("anthropic.claude-x", usage)?.Input);
    }

    [Fact]
    public void FromLiteLlm_File_IsReadByModelAndGeography()
    {
        const string Json = """
            {"sample_spec":{"litellm_provider":"one of the providers"},
             "amazon.nova-lite-v1:0":{"input_cost_per_token":6e-08,"output_cost_per_token":2.4e-07,"litellm_provider":"bedrock_converse"},
             "us.anthropic.claude-z":{"input_cost_per_token":3.3e-06,"output_cost_per_token":1.65e-05,"cache_read_input_token_cost":3.3e-07,
              "cache_creation_input_token_cost":4.125e-06,"cache_creation_input_token_cost_above_1hr":6.6e-06,"input_cost_per_token_above_200k_tokens":6.6e-06,
              "output_cost_per_token_above_200k_tokens":2.475e-05,"litellm_provider":"bedrock_converse"},
             "bedrock/us-gov-west-1/amazon.nova-pro-v1:0":{"input_cost_per_token":1,"output_cost_per_token":1,"litellm_provider":"bedrock"},
             "gpt-4o":{"input_cost_per_token":2.5e-06,"output_cost_per_token":1e-05,"litellm_provider":"openai"}}
            """;

        PriceTable table = PriceTable.FromLiteLlm(new MemoryStream(Encoding.UTF8.GetBytes(Json)));

        Assert.Equal(2, table.Prices.Count);
        Assert.Equal(new ModelPrice("amazon.nova-lite-v1:0", 0.06m, 0.24m), table.Find("amazon.nova-lite-v1:0"));
        Assert.Equal(new ModelPrice("anthropic.claude-z", 3.3m, 16.5m)
        {
            Geography = "us", CacheRead = 0.33m, CacheWrite = 4.125m, CacheWriteHour = 6.6m, LongFrom = 200_000, LongInput = 6.6m, LongOutput = 24.75m,
        }, table.Find("us.anthropic.claude-z"));
        Assert.ThrowsAny<JsonException>(() => PriceTable.FromLiteLlm(new MemoryStream("[]"u8.ToArray())));
    }

    [Fact]
    public void Constructor_FaultyPrices_NamesThem()
    {
        Assert.Contains("Output of 'a.b' must be 0 or more.", Assert.Throws<ArgumentException>(() => new PriceTable([new ModelPrice("a.b", 1, -1)])).Message,
            StringComparison.Ordinal);
        Assert.Contains("CacheRead of 'a.b' must be 0 or more.",
            Assert.Throws<ArgumentException>(() => new PriceTable([new ModelPrice("a.b", 1, 1) { CacheRead = -1 }])).Message, StringComparison.Ordinal);
        Assert.Contains("Two prices are for 'a.b' with the geography 'us'.", Assert.Throws<ArgumentException>(() => new PriceTable(
            [new ModelPrice("a.b", 1, 1) { Geography = "us" }, new ModelPrice("a.b", 2, 1) { Geography = "us" }])).Message, StringComparison.Ordinal);
    }

    [SharedFact]
    public void Sample_EveryRowOfTheSheet_IsThere()
    {
        int rows = 0;
        foreach (string line in File.ReadLines(SharedFolder.PathTo("wire", "prices.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            string[] cells = [.. line.Split('|').Select(cell => cell.Trim(' ', '`'))];
            foreach (string prefix in cells[2].Split(',').Select(p => p.Trim()))
            {
                ModelPrice price = Assert.IsType<ModelPrice>(PriceTable.Sample.Find(prefix == "in-Region" ? cells[1] : $"{prefix}.{cells[1]}"));
                Assert.Equal((Cell(cells[3]), Cell(cells[4]), Cell(cells[5]), Cell(cells[6])), (price.Input, price.Output, price.CacheRead, price.CacheWrite));
            }

            rows++;
        }

        Assert.True(rows > 100, $"{rows} rows");
        static decimal? Cell(string text) => text == "-" ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
