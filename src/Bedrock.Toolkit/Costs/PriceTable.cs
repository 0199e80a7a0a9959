using System.Collections.Frozen;

namespace Bedrock.Toolkit.Costs;

/// <summary>What models cost: your own figures, a file of LiteLLM's form, or the dated sample. Immutable and thread-safe.</summary>
/// <remarks>
/// Bedrock has no operation that tells prices, so the library has none by default. Tokens are counted as the answer counts them: input, cache reads
/// and cache writes apart. A price is found by the model's bare id and the geography of its profile; none is guessed from another one's.
/// Source: https://aws.amazon.com/bedrock/pricing/
/// </remarks>
public sealed class PriceTable
{
    private const decimal Million = 1_000_000;
    private const int LongContext = 200_000;

    private static readonly Lazy<PriceTable> SampleTable = new(ReadSample);

    private readonly FrozenDictionary<(string Model, string? Geography), ModelPrice> _prices;

    /// <summary>Makes a table.</summary>
    /// <param name="prices">The prices, one for each model and geography.</param>
    /// <param name="currency">Their currency; only told.</param>
    /// <exception cref="ArgumentException">A price is negative, an id is blank, or two prices are for the same model and geography.</exception>
    public PriceTable(IEnumerable<ModelPrice> prices, string currency = "USD")
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        Currency = currency;
        var found = new Dictionary<(string, string?), ModelPrice>();
        foreach (ModelPrice price in prices)
        {
            if (price.Faults().FirstOrDefault() is { } fault)
            {
                throw new ArgumentException(fault, nameof(prices));
            }

            if (!found.TryAdd((price.Model, price.Geography), price))
            {
                throw new ArgumentException($"Two prices are for '{price.Model}' with the geography '{price.Geography ?? "(none)"}'.", nameof(prices));
            }
        }

        _prices = found.ToFrozenDictionary();
    }

    /// <summary>A sample of 2026-09-23 in US dollars, for trying things out: put together by third parties, not checked against AWS's price list.</summary>
    public static PriceTable Sample => SampleTable.Value;

    /// <summary>The currency of the prices.</summary>
    /// <value><c>USD</c> by default.</value>
    public string Currency { get; }

    /// <summary>All prices, sorted by model and geography.</summary>
    public IReadOnlyList<ModelPrice> Prices =>
        [.. _prices.Values.OrderBy(price => price.Model, StringComparer.Ordinal).ThenBy(price => price.Geography, StringComparer.Ordinal)];

    /// <summary>Reads a file of the form of LiteLLM's <c>model_prices_and_context_window.json</c>: prices in US dollars for one token, by model id.</summary>
    /// <remarks>Entries whose <c>litellm_provider</c> is another one's, and those without prices for tokens or for one Region alone, are passed over.</remarks>
    /// <param name="utf8Json">The file.</param>
    /// <returns>The table.</returns>
    /// <exception cref="JsonException">The file is no JSON object of objects.</exception>
    public static PriceTable FromLiteLlm(Stream utf8Json)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        using JsonDocument document = JsonDocument.Parse(utf8Json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A price table is a JSON object of objects.");
        }

        var prices = new Dictionary<(string, string?), ModelPrice>();
        foreach (JsonProperty entry in document.RootElement.EnumerateObject())
        {
            if (ReadEntry(entry) is { } price)
            {
                // The same id stands there with and without a prefix of the vendor's; the bare one, which comes first, counts.
                prices.TryAdd((price.Model, price.Geography), price);
            }
        }

        return new PriceTable(prices.Values);
    }

    /// <summary>The price of a model.</summary>
    /// <param name="model">The id as it is called.</param>
    /// <returns>Null when the table has none for the id with its geography.</returns>
    public ModelPrice? Find(ModelId model)
    {
        if (_prices.TryGetValue((model.Value, null), out ModelPrice? price))
        {
            return price;
        }

        return model.BaseModel is { } name && _prices.TryGetValue((name, model.Geography), out price) ? price : null;
    }

    /// <summary>What the tokens of a call cost.</summary>
    /// <param name="model">The id as it was called.</param>
    /// <param name="usage">The tokens.</param>
    /// <param name="tier">The tier that served the call, as the answer says; the standard one when null.</param>
    /// <param name="isBatch">Whether it was a record of a batch job.</param>
    /// <returns>Null when the table has no price for the model, and for the tier <c>reserved</c>, which costs by contract.</returns>
    public CallCost? CostOf(ModelId model, TokenUsage usage, BedrockServiceTier? tier = null, bool isBatch = false)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return tier == BedrockServiceTier.Reserved ? null : Find(model)?.CostOf(usage, tier, isBatch);
    }

    /// <summary>What a call cost, by the tokens and the tier that its answer tells.</summary>
    /// <param name="model">The id as it was called.</param>
    /// <param name="response">The answer.</param>
    /// <returns>Null when the table has no price for the model, the answer tells no tokens, or the tier costs by contract.</returns>
    public CallCost? CostOf(ModelId model, BedrockResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.TokenUsage is { } usage ? CostOf(model, usage, response.ResolvedTier, isBatch: false) : null;
    }

    /// <summary>What a call cost, by the tokens and the tier that its headers or the end of its stream tell.</summary>
    /// <param name="model">The id as it was called.</param>
    /// <param name="metadata">Such as that of a stream that was read to its end.</param>
    /// <returns>Null when the table has no price for the model, the metadata tells no tokens, or the tier costs by contract.</returns>
    public CallCost? CostOf(ModelId model, BedrockResponseMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var usage = new TokenUsage
        {
            InputTokens = metadata.InputTokens,
            OutputTokens = metadata.OutputTokens,
            CacheReadInputTokens = metadata.CacheReadInputTokens,
            CacheWriteInputTokens = metadata.CacheWriteInputTokens,
        };
        return metadata.InputTokens is null && metadata.OutputTokens is null ? null : CostOf(model, usage, metadata.ServiceTier);
    }

    private static ModelPrice? ReadEntry(JsonProperty entry)
    {
        // Entries of one Region, bedrock/us-east-1/…, have the same ids as those for all.
        string name = entry.Name.StartsWith("bedrock/", StringComparison.Ordinal) ? entry.Name["bedrock/".Length..] : entry.Name;
        if (entry.Value.ValueKind != JsonValueKind.Object
            || name.Contains('/', StringComparison.Ordinal)
            || (entry.Value.TryGetProperty("litellm_provider", out JsonElement provider) && !provider.ToString()
                .StartsWith("bedrock", StringComparison.Ordinal))
            || PriceOf(entry.Value, "input_cost_per_token") is not { } input
            || !ModelId.TryParse(name, null, out ModelId id)
            || id.BaseModel is not { } model)
        {
            return null;
        }

        bool hasLong = PriceOf(entry.Value, "input_cost_per_token_above_200k_tokens") is not null;
        return new ModelPrice(model, input, PriceOf(entry.Value, "output_cost_per_token") ?? 0)
        {
            Geography = id.Geography,
            CacheRead = PriceOf(entry.Value, "cache_read_input_token_cost"),
            CacheWrite = PriceOf(entry.Value, "cache_creation_input_token_cost"),
            CacheWriteHour = PriceOf(entry.Value, "cache_creation_input_token_cost_above_1hr"),
            LongFrom = hasLong ? LongContext : null,
            LongInput = PriceOf(entry.Value, "input_cost_per_token_above_200k_tokens"),
            LongOutput = PriceOf(entry.Value, "output_cost_per_token_above_200k_tokens"),
        };
    }

    private static decimal? PriceOf(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() * Million : null;

    private static PriceTable ReadSample()
    {
        using Stream stream = typeof(PriceTable).Assembly.GetManifestResourceStream("prices.sample.tsv")!;
        using var reader = new StreamReader(stream);
        List<ModelPrice> prices = [];
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            foreach (string geography in cells[1].Split(','))
            {
                prices.Add(new ModelPrice(cells[0], Cell(cells[2]) ?? 0, Cell(cells[3]) ?? 0)
                {
                    Geography = geography.Length == 0 ? null : geography, CacheRead = Cell(cells[4]), CacheWrite = Cell(cells[5]),
                });
            }
        }

        return new PriceTable(prices);
    }

    private static decimal? Cell(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
