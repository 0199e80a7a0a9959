namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Tests of real time: they run while no other test takes the processor.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
#pragma warning disable CA1711 // xunit calls it a collection
public sealed class AloneCollection
#pragma warning restore CA1711
{
    public const string Name = "alone";
}
