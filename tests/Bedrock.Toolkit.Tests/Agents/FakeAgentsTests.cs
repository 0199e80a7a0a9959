using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Agents.AgentCore;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Agents;

/// <summary>The simulated agents, knowledge bases, runtimes and vectors answer from what was made.</summary>
public sealed class FakeAgentsTests
{
    private const string RuntimeArn = "arn:aws:bedrock-agentcore:us-east-1:000000000000:runtime/tides-0123456789";

    [Fact]
    public async Task KnowledgeBase_MadeByItsOperations_FindsWhatWasIngested()
    {
        using var fake = new FakeBedrock();
        BedrockAgentClient building = fake.Agents.Building;
        CreateKnowledgeBaseResponse made = await building.CreateKnowledgeBaseAsync(new CreateKnowledgeBaseRequest
        {
            Name = "harbour",
            RoleArn = "arn:aws:iam::000000000000:role/knowledge",
            KnowledgeBaseConfiguration = new AgentKnowledgeBaseConfiguration { Type = KnowledgeBaseType.Vector },
        });
        string id = made.KnowledgeBase!.KnowledgeBaseId!;
        CreateDataSourceResponse source = await building.CreateDataSourceAsync(new CreateDataSourceRequest
        {
            KnowledgeBaseId = id,
            Name = "sheets",
            DataSourceConfiguration = new DataSourceConfiguration { Type = DataSourceType.Custom },
        });
        fake.S3.Put("harbour", "birds.txt", "Gulls nest on the north pier."u8.ToArray());
        await building.IngestKnowledgeBaseDocumentsAsync(new IngestKnowledgeBaseDocumentsRequest
        {
            KnowledgeBaseId = id,
            DataSourceId = source.DataSource!.DataSourceId!,
            Documents =
            [
                Document("tides", "High tide is at 06:10 in the morning."),
                new KnowledgeBaseDocument
                {
                    Content = new AgentDocumentContent
                    {
                        DataSourceType = ContentDataSourceType.S3,
                        S3 = new S3Content { S3Location = new AgentS3Location { Uri = "s3://harbour/birds.txt" } },
                    },
                },
            ],
        });

        RetrieveResponse found = await fake.Agents.Runtime.RetrievePageAsync(new RetrieveRequest
        {
            KnowledgeBaseId = id,
            RetrievalQuery = new KnowledgeBaseQuery { Text = "Where do gulls nest?" },
        });

        Assert.Equal("Gulls nest on the north pier.", found.RetrievalResults[0].Content!.Text);
        Assert.Equal("s3://harbour/birds.txt", found.RetrievalResults[0].Location!.S3Location!.Uri);
        Assert.Equal(2, found.RetrievalResults.Count);
        Assert.Equal(id, Assert.Single(await ToListAsync(building.ListKnowledgeBasesAsync())).KnowledgeBaseId);
    }

    [Fact]
    public async Task KnowledgeBase_ThatIsNotThere_IsNotFound()
    {
        using var fake = new FakeBedrock();

        BedrockServiceException error = await Assert.ThrowsAsync<BedrockServiceException>(() => fake.Agents.Runtime.RetrievePageAsync(new RetrieveRequest
        {
            KnowledgeBaseId = "KB00000009",
            RetrievalQuery = new KnowledgeBaseQuery { Text = "anything" },
        }));

        Assert.Equal(BedrockErrorCode.ResourceNotFound, error.ErrorCode);
        Assert.Equal(404, error.StatusCode);
    }

    [Fact]
    public async Task Filters_OfAStoreThatLacksTheOperator_ArePassedOver()
    {
        using var fake = new FakeBedrock();
        fake.Agents.AddKnowledgeBase("KB00000001", "DS00000001", KnowledgeBaseStorageType.S3Vectors);
        fake.Agents.AddKnowledgeBase("KB00000002", "DS00000002");
        var south = new Dictionary<string, JsonElement> { ["port"] = JsonElement.Parse("\"south\"") };
        fake.Agents.AddDocument("KB00000001", "a", "Mooring fees", south);
        fake.Agents.AddDocument("KB00000002", "a", "Mooring fees", south);

        Assert.Single(await FindAsync("KB00000001"));
        Assert.Empty(await FindAsync("KB00000002"));

        async Task<IList<KnowledgeBaseRetrievalResult>> FindAsync(string id) => (await fake.Agents.Runtime.RetrievePageAsync(new RetrieveRequest
        {
            KnowledgeBaseId = id,
            RetrievalQuery = new KnowledgeBaseQuery { Text = "mooring" },
            RetrievalConfiguration = new AgentRuntimeKnowledgeBaseRetrievalConfiguration
            {
                VectorSearchConfiguration = new AgentRuntimeKnowledgeBaseVectorSearchConfiguration
                {
                    Filter = new KnowledgeBaseRetrievalFilterStartsWith
                    {
                        StartsWith = new KnowledgeBaseFilterAttribute { Key = "port", Value = JsonElement.Parse("\"nor\"") },
                    },
                },
            },
        })).RetrievalResults;
    }

    [Fact]
    public async Task Agent_WithAScript_ReturnsControlAndGoesOn()
    {
        using var fake = new FakeBedrock();
        fake.Agents.WhenAgent("AG12345678", static turn => turn.Results.Count == 0
            ? FakeAgentReply.CallFunction("tides", "height", new Dictionary<string, string> { ["port"] = "north" })
            : FakeAgentReply.Say($"The tide is {turn.Results[0]}."));

        InvokeAgentResponse first = await fake.Agents.Runtime.InvokeAgentAsync(Ask("How high is the tide?")).ToResponseAsync();

        AgentReturnControlEvent control = Assert.IsType<AgentReturnControlEvent>(Assert.Single(first.Completion));
        FunctionInvocationInput call =
            Assert.IsType<InvocationInputMemberFunctionInvocationInput>(Assert.Single(control.InvocationInputs!)).FunctionInvocationInput;
        Assert.Equal(("height", "north"), (call.Function, call.Parameters![0].Value));
        Assert.Equal("session-1", first.SessionId);

        InvokeAgentRequest answer = Ask(null);
        answer.SessionState = new SessionState
        {
            InvocationId = control.InvocationId,
            ReturnControlInvocationResults =
            [
                new InvocationResultMemberFunctionResult
                {
                    FunctionResult = new FunctionResult
                    {
                        ActionGroup = "tides",
                        Function = "height",
                        ResponseBody = new Dictionary<string, ContentBody> { ["TEXT"] = new() { Body = "2.4 m" } },
                    },
                },
            ],
        };
        answer.StreamingConfigurations = new StreamingConfigurations { StreamFinalResponse = true };
        InvokeAgentResponse second = await fake.Agents.Runtime.InvokeAgentAsync(answer).ToResponseAsync();

        Assert.True(second.Completion.Count > 2);
        Assert.Equal("The tide is 2.4 m.", string.Concat(
            second.Completion.OfType<AgentChunkEvent>().Select(chunk => Encoding.UTF8.GetString(chunk.Bytes!.Value.Span))));
    }

    [Fact]
    public async Task Runtime_WithAScript_AnswersInJsonAndInEvents()
    {
        using var fake = new FakeBedrock();
        fake.Agents.WhenRuntime(RuntimeArn, static call => call.Accept!.Contains("text/event-stream", StringComparison.Ordinal)
            ? FakeRuntimeAnswer.Stream("one", "two\nlines", "three")
            : FakeRuntimeAnswer.Json($$"""{"asked":{{call.Text}}}"""));
        InvokeAgentRuntimeRequest request = new() { AgentRuntimeArn = RuntimeArn, Payload = """{"prompt":"hi"}"""u8.ToArray() };

        InvokeAgentRuntimeResponse whole = await fake.Agents.Core.InvokeAgentRuntimeAsync(request);
        List<string> pieces = [];
        InvokeAgentRuntimeResponse streamed = await fake.Agents.Core.InvokeAgentRuntimeStreamAsync(request).ForEachAsync(piece => pieces.Add(piece.Text));

        Assert.Equal("""{"asked":{"prompt":"hi"}}""", Encoding.UTF8.GetString(whole.Response!.Value.Span));
        Assert.Equal(36, whole.RuntimeSessionId!.Length);
        Assert.Equal(["one", "two\nlines", "three"], pieces);
        Assert.Equal("text/event-stream", streamed.ContentType);
        Assert.NotEqual(whole.RuntimeSessionId, streamed.RuntimeSessionId);
    }

    [Fact]
    public async Task Runtime_WithoutAScript_SendsBackWhatItWasSent()
    {
        using var fake = new FakeBedrock();

        InvokeAgentRuntimeResponse answer = await fake.Agents.Core.InvokeAgentRuntimeStreamAsync(
            new InvokeAgentRuntimeRequest { AgentRuntimeArn = RuntimeArn, Payload = "[1]"u8.ToArray() }).ToResponseAsync();

        Assert.Equal("[1]", Encoding.UTF8.GetString(answer.Response!.Value.Span));
    }

    [Fact]
    public async Task Vectors_PutAndQueried_ComeBackByDistanceAndFilter()
    {
        using var fake = new FakeBedrock();
        S3VectorsClient vectors = fake.Agents.Vectors;
        await MakeIndexAsync(vectors);
        await vectors.PutVectorsAsync(new PutVectorsRequest
        {
            VectorBucketName = "harbour",
            IndexName = "sheets",
            Vectors = [Vector("a", [1, 0], 3), Vector("b", [0, 1], 4), Vector("c", [1, 1], 5)],
        });

        QueryVectorsResponse near = await QueryAsync("""{"pier":{"$gte":4}}""");
        GetVectorsResponse got = await vectors.GetVectorsAsync(new GetVectorsRequest
        {
            VectorBucketName = "harbour",
            IndexName = "sheets",
            Keys = ["c", "missing"],
            ReturnData = true,
        });

        Assert.Equal(["c", "b"], near.Vectors.Select(one => one.Key));
        Assert.Equal(0.2929, near.Vectors[0].Distance!.Value, 4);
        Assert.Equal(DistanceMetric.Cosine, near.DistanceMetric);
        Assert.Equal([1f, 1f], Assert.IsType<VectorValuesFloat32>(Assert.Single(got.Vectors).Data).Float32.ToArray());
        BedrockValidationException refused = await Assert.ThrowsAsync<BedrockValidationException>(() => QueryAsync("""{"text":"x"}"""));
        Assert.Contains("not filterable", refused.Message, StringComparison.Ordinal);

        Task<QueryVectorsResponse> QueryAsync(string filter) => vectors.QueryVectorsPageAsync(new QueryVectorsRequest
        {
            VectorBucketName = "harbour",
            IndexName = "sheets",
            TopK = 10,
            QueryVector = new VectorValuesFloat32 { Float32 = new float[] { 1, 0 } },
            Filter = JsonElement.Parse(filter),
            ReturnDistance = true,
        });
    }

    [Fact]
    public async Task Vectors_MoreThanTheLimitOfASecond_AreThrottled()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        using var fake = new FakeBedrock(options => options.TimeProvider = time);
        await MakeIndexAsync(fake.Agents.Vectors);
        fake.Agents.VectorsPerSecond = 1;

        await PutAsync("a");
        BedrockThrottlingException error = await Assert.ThrowsAsync<BedrockThrottlingException>(() => PutAsync("b"));
        time.Advance(TimeSpan.FromSeconds(1));
        await PutAsync("b");

        Assert.Equal(BedrockErrorCode.TooManyRequests, error.ErrorCode);
        var all = new ListVectorsRequest { VectorBucketName = "harbour", IndexName = "sheets" };
        Assert.Equal(2, (await ToListAsync(fake.Agents.Vectors.ListVectorsAsync(all))).Count);

        Task PutAsync(string key) => fake.Agents.Vectors.PutVectorsAsync(new PutVectorsRequest
        {
            VectorBucketName = "harbour",
            IndexName = "sheets",
            Vectors = [Vector(key, [1, 0], 1)],
        });
    }

    private static async Task MakeIndexAsync(S3VectorsClient vectors)
    {
        await vectors.CreateVectorBucketAsync(new CreateVectorBucketRequest { VectorBucketName = "harbour" });
        await vectors.CreateIndexAsync(new CreateIndexRequest
        {
            VectorBucketName = "harbour",
            IndexName = "sheets",
            DataType = VectorDataType.Float32,
            Dimension = 2,
            DistanceMetric = DistanceMetric.Cosine,
            MetadataConfiguration = new MetadataConfiguration { NonFilterableMetadataKeys = ["text"] },
        });
    }

    private static PutInputVector Vector(string key, float[] data, int pier) => new()
    {
        Key = key,
        Data = new VectorValuesFloat32 { Float32 = data },
        Metadata = JsonElement.Parse($$"""{"pier":{{pier}},"text":"sheet {{key}}"}"""),
    };

    private static InvokeAgentRequest Ask(string? text) => new()
    {
        AgentId = "AG12345678",
        AgentAliasId = "AL12345678",
        SessionId = "session-1",
        InputText = text,
    };

    private static KnowledgeBaseDocument Document(string id, string text) => new()
    {
        Content = new AgentDocumentContent
        {
            DataSourceType = ContentDataSourceType.Custom,
            Custom = new CustomContent
            {
                CustomDocumentIdentifier = new CustomDocumentIdentifier { Id = id },
                SourceType = CustomSourceType.InLine,
                InlineContent = new InlineContent { Type = InlineContentType.Text, TextContent = new TextContentDoc { Data = text } },
            },
        },
    };

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> all)
    {
        List<T> list = [];
        await foreach (T one in all)
        {
            list.Add(one);
        }

        return list;
    }
}
