#!/usr/bin/python3
"""Writes reference.json: what NetworkX (Debian: python3-networkx) answers about a few generated graphs.

Run it in this folder to make the file anew: /usr/bin/python3 reference.py
"""

import json
import random

import networkx as nx

CHANCE = random.Random(7)


def generated():
    yield "caves", nx.connected_caveman_graph(8, 6)
    yield "circles", nx.planted_partition_graph(6, 20, 0.4, 0.01, seed=7)
    yield "hubs", nx.barabasi_albert_graph(150, 2, seed=7)
    yield "small world", nx.watts_strogatz_graph(120, 6, 0.1, seed=7)
    yield "scattered", nx.gnm_random_graph(100, 70, seed=7)


def shortest(graph, nodes):
    """For pairs of people: steps of the shortest way, and how many ways there are of at most three steps."""
    rows = []
    for _ in range(60):
        a, b = CHANCE.sample(nodes, 2)
        steps = nx.shortest_path_length(graph, a, b) if nx.has_path(graph, a, b) else -1
        rows.append([a, b, steps, sum(1 for _ in nx.all_simple_paths(graph, a, b, cutoff=3))])
    return rows


def answers(name, graph):
    nodes = sorted(graph)
    for a, b in sorted(graph.edges):
        graph[a][b]["weight"] = CHANCE.choice([0.5, 1.0, 2.0])
    sources, targets = CHANCE.sample(nodes, 12), CHANCE.sample(nodes, 15)
    between = nx.betweenness_centrality_subset(graph, sources, targets)
    split = [sorted(part) for part in nx.community.louvain_communities(graph, seed=1)]
    return {
        "name": name,
        "people": len(nodes),
        "edges": [[a, b, graph[a][b]["weight"]] for a, b in sorted(graph.edges)],
        "routes": shortest(graph, nodes),
        "sources": sources,
        "targets": targets,
        # NetworkX halves what it finds in an undirected graph.
        "between": [round(2 * between[i], 9) for i in nodes],
        "split": split,
        "modularity": round(nx.community.modularity(graph, split), 9),
        "best": round(max(nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=s)) for s in range(20)), 9),
    }


with open("reference.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(answers(name, graph)) for name, graph in generated()) + "\n]\n")
