using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests;

public class ModelTests
{
    [Fact]
    public void WithId_OfAStreamingModel_KeepsTheStaticType()
    {
        StreamingModel<EchoRequest, EchoResponse, EchoEvent> copy = Echo.Streaming.WithId("other.model");
        StreamingModel<EchoRequest, EchoResponse, EchoEvent> profile = Echo.Streaming.InProfile("us");

        Assert.Equal("other.model", copy.Id.Value);
        Assert.Equal("us." + Echo.Id, profile.Id.Value);
        Assert.Same(Echo.Streaming.EventTypeInfo, copy.EventTypeInfo);
        Assert.Same(Echo.Streaming.IsEnd, profile.IsEnd);
    }

    [Fact]
    public void WithId_OfAnEmbeddingModel_KeepsTheStaticType()
    {
        EmbeddingModel<EchoRequest, EchoResponse> copy = Echo.Embedding.WithId("other.model");
        EmbeddingModel<EchoRequest, EchoResponse> profile = Echo.Embedding.InProfile("eu");

        Assert.Equal("other.model", copy.Id.Value);
        Assert.Equal("eu." + Echo.Id, profile.Id.Value);
        Assert.Same(Echo.Embedding.CreateRequest, copy.CreateRequest);
    }

    [Fact]
    public void WithId_ThroughTheBaseType_KeepsTheRuntimeType()
    {
        Model<EchoRequest, EchoResponse> model = Echo.Streaming;

        Assert.IsType<StreamingModel<EchoRequest, EchoResponse, EchoEvent>>(model.WithId("other.model"));
        Assert.IsType<StreamingModel<EchoRequest, EchoResponse, EchoEvent>>(model.InProfile("us"));
    }

    [Fact]
    public void WithId_LeavesTheOriginalAsItWas()
    {
        Action<EchoRequest> check = _ => { };
        var model = new Model<EchoRequest, EchoResponse>(Echo.Id, EchoJsonContext.Default.EchoRequest, EchoJsonContext.Default.EchoResponse)
        {
            CheckRequest = check,
            Lifecycle = ModelLifecycle.Legacy(2027, 1, 31),
            Capabilities = new ModelCapabilities { Tools = true },
        };

        Model<EchoRequest, EchoResponse> copy = model.WithId("other.model");

        Assert.Equal(Echo.Id, model.Id.Value);
        Assert.NotSame(model, copy);
        Assert.Same(check, copy.CheckRequest);
        Assert.Equal(new DateOnly(2027, 1, 31), copy.Lifecycle.EndOfLife);
        Assert.Equal(ModelStatus.Legacy, copy.Lifecycle.Status);
        Assert.True(copy.Capabilities.Tools);
    }

    [Fact]
    public void WithId_EmptyId_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => Echo.Model.WithId(default));
        Assert.Throws<InvalidOperationException>(
            () => new Model<EchoRequest, EchoResponse>(default, EchoJsonContext.Default.EchoRequest, EchoJsonContext.Default.EchoResponse));
    }

    [Fact]
    public void Capabilities_Streaming_FollowsTheTypeOfTheDescriptor()
    {
        var lying = new Model<EchoRequest, EchoResponse>(Echo.Id, EchoJsonContext.Default.EchoRequest, EchoJsonContext.Default.EchoResponse)
        {
            Capabilities = new ModelCapabilities { Streaming = true },
        };

        Assert.False(lying.Capabilities.Streaming);
        Assert.False(Echo.Model.Capabilities.Streaming);
        Assert.True(Echo.Streaming.Capabilities.Streaming);
        Assert.True(Echo.Streaming.WithId("other.model").Capabilities.Streaming);
        Assert.Equal(ModelModalities.Embedding, Echo.Embedding.Capabilities.Output);
    }

    [Fact]
    public void ToString_NamesIdAndTypes_Only() =>
        Assert.Equal("example.echo-v1:0 (EchoRequest -> EchoResponse)", Echo.Model.ToString());

    [Fact]
    public void Constructor_MissingMetadata_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("requestTypeInfo",
            () => new Model<EchoRequest, EchoResponse>(Echo.Id, null!, EchoJsonContext.Default.EchoResponse));
        Assert.Throws<ArgumentNullException>("responseTypeInfo",
            () => new Model<EchoRequest, EchoResponse>(Echo.Id, EchoJsonContext.Default.EchoRequest, null!));
    }
}
