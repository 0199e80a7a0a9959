using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Bedrock.Toolkit.DependencyInjection;

/// <summary>Tells the options monitor that the section has changed.</summary>
internal sealed class SectionChangeTokenSource(string name, IConfiguration section) : IOptionsChangeTokenSource<BedrockClientOptions>
{
    public string Name => name;

    public IChangeToken GetChangeToken() => section.GetReloadToken();
}
