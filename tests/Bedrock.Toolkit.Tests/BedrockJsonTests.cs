using System.Text.Json;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests;

public class BedrockJsonTests
{
    [Fact]
    public void AnyMethod_ForeignType_IsNotSupported()
    {
        Assert.Throws<NotSupportedException>(() => BedrockJson.TypeInfo<EchoRequest>());
        Assert.Throws<NotSupportedException>(() => BedrockJson.Serialize(Echo.Request()));
        Assert.Throws<NotSupportedException>(() => BedrockJson.Deserialize<EchoResponse>("{}"));
        Assert.Throws<NotSupportedException>(() => BedrockJson.Deserialize<EchoResponse>("{}"u8));
    }

    [Fact]
    public void Deserialize_NullText_IsRefused() => Assert.Throws<ArgumentNullException>(() => BedrockJson.Deserialize<EchoResponse>((string)null!));

    [Fact]
    public void Options_AreReadOnly()
    {
        Assert.True(BedrockJson.Options.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => BedrockJson.Options.WriteIndented = true);
        Assert.Throws<InvalidOperationException>(() => BedrockJson.Options.TypeInfoResolverChain.Clear());
        Assert.Null(BedrockJson.Options.PropertyNamingPolicy);
        Assert.Empty(BedrockJson.Options.Converters);
    }

    [Fact]
    public void Options_AnyUse_NeverFallsBackToReflection() =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { A = 1 }, BedrockJson.Options));
}
