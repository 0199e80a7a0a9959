using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Bedrock.Toolkit.Tests.Support.SecretsLast", "Bedrock.Toolkit.Tests")]

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>The collection that runs when all others are over, because it looks at what they logged.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
#pragma warning disable CA1711 // xunit calls it a collection
public sealed class SecretsCollection
#pragma warning restore CA1711
{
    public const string Name = "secrets";
}

/// <summary>Puts the secrets collection at the end.</summary>
public sealed class SecretsLast : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => c.DisplayName == SecretsCollection.Name);
}
