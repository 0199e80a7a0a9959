using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Conformance.RestJson;

/// <summary>The published cases of the restJson1 protocol, as far as the service uses it. Error answers stand in <see cref="ErrorConformanceTests"/>.</summary>
public class RestJsonConformanceTests
{
    private const string Sparse = "lists and maps that keep null: the service has none";
    private const string HttpDate = "a time as http-date in a body: every time of the service is ISO 8601";
    private const string Server = "for servers";
    private const string TypedLabel = "a label that is no string: the paths of the service have none";
    private const string ListQuery = "a list in a query: the service has none";
    private const string FloatQuery = "a floating-point number in a query: the service has none";
    private const string ConstantQuery = "a constant in a path or query: the service has none";
    private const string QueryToken = "an idempotency token in the query: the service's only one stands in a body";
    private const string QueryMap = "a map beside named parameters in a query: the service has none";
    private const string HeaderForm = "a header that is not the plain string of one member: the service sends and takes none";

    private static readonly Dictionary<string, string> Excluded = new(StringComparer.Ordinal)
    {
        ["RestJsonSparseListsSerializeNull"] = Sparse,
        ["RestJsonSerializesSparseNullMapValues"] = Sparse,
        ["RestJsonDeserializesSparseNullMapValues"] = Sparse,
        ["RestJsonSerializesSparseSetMapAndRetainsNull"] = Sparse,
        ["RestJsonDeserializesSparseSetMapAndRetainsNull"] = Sparse,
        ["RestJsonJsonTimestampsWithHttpDateFormat"] = HttpDate,
        ["RestJsonJsonTimestampsWithHttpDateOnTargetFormat"] = HttpDate,
        ["RestJsonHttpRequestWithLabelsAndTimestampFormat"] = TypedLabel,
        ["RestJsonSupportsNaNFloatLabels"] = TypedLabel,
        ["RestJsonSupportsInfinityFloatLabels"] = TypedLabel,
        ["RestJsonSupportsNegativeInfinityFloatLabels"] = TypedLabel,
        ["RestJsonToleratesRegexCharsInSegments"] = ConstantQuery,
        ["RestJsonAllQueryStringTypes"] = ListQuery,
        ["RestJsonOmitsEmptyListQueryValues"] = ListQuery,
        ["RestJsonQueryParamsStringListMap"] = ListQuery,
        ["RestJsonSupportsNaNFloatQueryValues"] = FloatQuery,
        ["RestJsonSupportsInfinityFloatQueryValues"] = FloatQuery,
        ["RestJsonSupportsNegativeInfinityFloatQueryValues"] = FloatQuery,
        ["RestJsonConstantQueryString"] = ConstantQuery,
        ["RestJsonConstantAndVariableQueryStringMissingOneValue"] = ConstantQuery,
        ["RestJsonConstantAndVariableQueryStringAllValues"] = ConstantQuery,
        ["RestJsonQueryIdempotencyTokenAutoFill"] = QueryToken,
        ["RestJsonQueryIdempotencyTokenAutoFillIsSet"] = QueryToken,
        ["RestJsonQueryPrecedence"] = QueryMap,
        ["RestJsonServersAcceptStaticQueryParamAsEmptyString"] = Server,
        ["RestJsonServersPutAllQueryParamsInMap"] = Server,
        ["RestJsonServersQueryParamsStringListMap"] = Server,
        ["RestJsonInputAndOutputWithQuotedStringHeaders"] = HeaderForm,
        ["RestJsonNullAndEmptyHeaders"] = HeaderForm,
    };

    [SharedTheory]
    [InlineData("documents", 8, 0, 8, 0)]
    [InlineData("unions", 15, 0, 15, 0)]
    [InlineData("json-lists", 2, 1, 2, 1)]
    [InlineData("json-maps", 6, 2, 6, 2)]
    [InlineData("json-structs", 14, 3, 14, 3)]
    [InlineData("datetime-offsets", 0, 0, 2, 0)]
    [InlineData("fractional-seconds", 0, 0, 1, 0)]
    public void Bodies_ReadAndWritten_AreEqual(string topic, int requests, int excludedRequests, int responses, int excludedResponses)
    {
        Assert.Equal((requests, excludedRequests), Run("smithy-request-tests.json", topic, CheckBody));
        Assert.Equal((responses, excludedResponses), Run("smithy-response-tests.json", topic, CheckBody));
    }

    [SharedFact]
    public void Labels_OfStrings_AreEncoded() => Assert.Equal((3, 5), Run("smithy-request-tests.json", "http-labels", test =>
    {
        string uri = TextOf(test, "uri");
        JsonElement parameters = test.GetProperty("params");
        string label = parameters.EnumerateObject().First(p => p.Value.ValueKind == JsonValueKind.String).Value.GetString()!;
        Assert.Contains(PathLabel.Encode(label, "label"), uri.Split('/'));
    }));

    [SharedFact]
    public void Query_OfStringsNumbersAndBooleans_IsEncoded() => Assert.Equal((5, 15), Run("smithy-request-tests.json", "http-query", test =>
    {
        var request = new ListAsyncInvokesRequest { AdditionalProperties = new Dictionary<string, JsonElement>() };
        foreach (JsonProperty parameter in test.GetProperty("params").EnumerateObject().Where(p => p.Name != "queryParamsMapOfStringList"))
        {
            string name = parameter.Name.StartsWith("query", StringComparison.Ordinal) ? parameter.Name["query".Length..] : parameter.Name == "emptyString"
                ? "Empty" : parameter.Name;
            request.AdditionalProperties[name] = parameter.Value;
        }

        if (request.AdditionalProperties.Count == 0)
        {
            foreach (JsonProperty parameter in test.GetProperty("params").GetProperty("queryParamsMapOfStringList").EnumerateObject())
            {
                request.AdditionalProperties[parameter.Name] = parameter.Value[0];
            }
        }

        string[] expected = test.TryGetProperty("queryParams", out JsonElement pairs) ? [.. pairs.EnumerateArray().Select(p => p.GetString()!)] : [];
        Assert.Equal(expected, new QueryText(nameof(ListAsyncInvokesRequest)).AddOthers(request).ToQuery()?.Split('&') ?? []);
    }));

    [SharedFact]
    public void Headers_OfRequests_AreSentAsTheyAre() => Assert.Equal((11, 2), Run("smithy-request-tests.json", "http-headers", test =>
    {
        var options = new InvokeOptions();
        Dictionary<string, string> headers = HeadersOf(test);
        foreach ((string name, string value) in headers) options.Headers[name] = value;

        SentRequest sent = WireText.SendAsync(client => client.GetAsyncInvokeAsync("arn", options)).GetAwaiter().GetResult();

        Assert.All(headers, header => Assert.Equal(header.Value, sent.Header(header.Key)));
    }));

    [SharedFact]
    public void Headers_OfAnswers_AreKeptAsTheyAre() => Assert.Equal((11, 2), Run("smithy-response-tests.json", "http-headers", test =>
    {
        Dictionary<string, string> headers = HeadersOf(test);
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json("{}", [.. headers.Select(h => (h.Key, h.Value))])));

        GetAsyncInvokeResponse response = client.GetAsyncInvokeAsync("arn").GetAwaiter().GetResult();

        Assert.All(headers, header => Assert.Equal(header.Value, response.Metadata!.Headers[header.Key]));
    }));

    private static void CheckBody(JsonElement test)
    {
        string body = TextOf(test, "body");
        if (TextOf(test, "shape") == "DocumentTypeAsPayload")
        {
            EqualJson.Check(body, Write(JsonElement.Parse(body), RestJsonContext.Default.JsonElement));
            return;
        }

        RestJsonBody value = JsonSerializer.Deserialize(body, RestJsonContext.Default.RestJsonBody)!;
        Assert.Null(value.AdditionalProperties);
        Assert.False(value.Contents is RestJsonUnknown || value.Action is RestJsonUnknown || value.Value is RestJsonUnknown);
        EqualJson.Check(WithIsoTimes(body), Write(value, RestJsonContext.Default.RestJsonBody), "documentValue", "docValuedMap");
        if (value.OffsetTime is { } time)
        {
            Assert.Equal(test.GetProperty("params").GetProperty("datetime").GetDecimal(), (decimal)time.ToUnixTimeMilliseconds() / 1000);
        }
    }

    // The cases write seconds since 1970, which the library reads; it writes what the service has, ISO 8601 in UTC.
    private static string WithIsoTimes(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        Visit(root, isTime: false);
        return root.ToJsonString();

        static JsonNode? Visit(JsonNode? node, bool isTime)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach ((string name, JsonNode? value) in members.ToList())
                    {
                        members[name] = Visit(value,
                            name is "normal" or "epochSeconds" or "epochSecondsOnTarget" or "timestampValue" or "timestampList" or "datetime")?.DeepClone();
                    }

                    return members;
                case JsonArray elements:
                    for (int i = 0; i < elements.Count; i++) elements[i] = Visit(elements[i], isTime)?.DeepClone();
                    return elements;
                case JsonValue value when isTime:
                    DateTimeOffset time = value.GetValueKind() == JsonValueKind.Number
                        ? DateTimeOffset.FromUnixTimeSeconds(value.GetValue<long>())
                        : DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture);
                    return TimestampConverter.Format(time);
                default:
                    return node;
            }
        }
    }

    private static string Write<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info)
    {
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, value, info);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static Dictionary<string, string> HeadersOf(JsonElement test) =>
        test.GetProperty("headers").EnumerateObject().ToDictionary(h => h.Name, h => h.Value.GetString()!);

    private static string TextOf(JsonElement test, string member) => test.GetProperty(member).GetString()!;

    /// <summary>Runs the cases of a topic; gives how many ran and how many were left out for the reasons above.</summary>
    private static (int Passed, int Excluded) Run(string file, string topic, Action<JsonElement> check)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFolder.PathTo("vectors", "restjson1", file)));
        if (!document.RootElement.TryGetProperty(topic, out JsonElement tests))
        {
            return (0, 0);
        }

        List<string> failures = [];
        int passed = 0;
        int excluded = 0;
        foreach (JsonElement test in tests.EnumerateArray())
        {
            string id = TextOf(test, "id");
            if (Excluded.ContainsKey(id) || (test.TryGetProperty("appliesTo", out JsonElement side) && side.ValueEquals("server")))
            {
                excluded++;
                continue;
            }

            try
            {
                check(test);
                passed++;
            }
            catch (Exception e)
            {
                failures.Add($"{id}: {e.Message}");
            }
        }

        Assert.Empty(failures);
        return (passed, excluded);
    }
}
